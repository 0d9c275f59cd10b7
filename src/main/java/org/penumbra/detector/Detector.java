package org.penumbra.detector;

import java.util.Set;
import org.penumbra.net.Evidence;

/**
 * One way to say "I don't know": it is fitted on what a network says of inputs of known classes, and then tells of any input
 * how far to trust the answer. A new way is a class in a sub-room of its own; CONTRIBUTING.md leads through it.
 */
public interface Detector {

    /** What it is and how it is set. */
    Description about();

    /** The parts of the evidence without which it cannot be fitted. */
    Set<Evidence.Part> needs();

    /**
     * Fits it. The same data make the same fit, bit for bit on the same machine.
     *
     * @param watcher is told how far it has come, at least a few times a second
     * @throws FitException when the evidence lacks a part, or is too little to be fitted on
     * @throws FitStopped   when the watcher ends it
     */
    Fitted fit(FitData data, FitWatcher watcher);

    /**
     * Fits it where nothing was held out.
     *
     * @param known  what the network says of inputs of its classes
     * @param labels n, their classes, 0 to k - 1
     * @throws FitException when the evidence lacks a part, or is too little to be fitted on
     */
    default Fitted fit(Evidence known, int[] labels) {
        return fit(FitData.of(known, labels), FitWatcher.NONE);
    }
}
