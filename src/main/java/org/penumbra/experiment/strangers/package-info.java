/** Models that ship, with all detectors that ship for them, against images of other kinds. Nothing is trained. */
package org.penumbra.experiment.strangers;
