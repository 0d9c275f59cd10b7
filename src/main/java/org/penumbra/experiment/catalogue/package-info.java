/** All experiments there are: the one place that knows every family of them. */
package org.penumbra.experiment.catalogue;
