/** The paper's example in the plane over several seeds, with every detector that fits there. */
package org.penumbra.experiment.rings;
