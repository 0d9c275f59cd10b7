package org.penumbra.live.rings.compare;

import java.util.Optional;
import org.penumbra.detector.Detector;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.svm.FittedOneVsSet;
import org.penumbra.detector.svm.OneVsSet;

/** The 1-vs-Set machine under other pressures: its planes move at once, and nothing is trained anew. */
final class MovedPlanes {

    private MovedPlanes() {}

    /**
     * The fit of a detector that differs from one that is fitted on the same data by its pressures alone; empty for all others.
     *
     * @param before what was fitted; null for nothing
     * @param fitted the fit of it; null where it could not be fitted
     */
    static Optional<Fitted> of(Detector before, Fitted fitted, Detector wanted) {
        if (before instanceof OneVsSet old
                && wanted instanceof OneVsSet moved
                && fitted instanceof FittedOneVsSet slabs
                && old.withPressures(moved.nearPressure(), moved.farPressure()).equals(moved)) {
            return Optional.of(slabs.withPressures(moved.nearPressure(), moved.farPressure()));
        }
        return Optional.empty();
    }
}
