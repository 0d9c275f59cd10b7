package org.penumbra.experiment;

import org.penumbra.detector.FitWatcher;

/** Is told how far a cell has come, and may end it. It is asked on the thread that computes the cell. */
@FunctionalInterface
public interface CellWatcher {

    /** Nobody watches. */
    CellWatcher NONE = share -> true;

    /**
     * Takes note of how far the cell has come.
     *
     * @param share of the work that is done, 0 to 1, never falling
     * @return whether it is to go on
     */
    boolean goOn(double share);

    /**
     * Tells how far the cell has come; to be called some times a second.
     *
     * @throws CellStopped when it is to end
     */
    default void at(double share) {
        if (!goOn(share)) {
            throw new CellStopped();
        }
    }

    /** For a part of the work, whose beginning and end are these shares of the whole. */
    default CellWatcher part(double from, double to) {
        return share -> goOn(from + share * (to - from));
    }

    /** For the fit of a detector. */
    default FitWatcher fit() {
        return this::goOn;
    }
}
