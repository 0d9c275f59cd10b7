package org.penumbra.detector;

/** Is told how far a fit has come, and may end it. It is asked on the thread that fits. */
@FunctionalInterface
public interface FitWatcher {

    /** Nobody watches. */
    FitWatcher NONE = share -> true;

    /**
     * Takes note of how far the fit has come.
     *
     * @param share of the work that is done, 0 to 1, never falling
     * @return whether it is to go on
     */
    boolean goOn(double share);

    /**
     * Tells how far the fit has come.
     *
     * @throws FitStopped when it is to end
     */
    default void at(double share) {
        if (!goOn(share)) {
            throw new FitStopped();
        }
    }

    /** For a part of the work, whose beginning and end are these shares of the whole. */
    default FitWatcher part(double from, double to) {
        return share -> goOn(from + share * (to - from));
    }
}
