package org.penumbra.live.fooling;

/**
 * Which steps of an attack get a point of its curve: each of the first thousand, then ever fewer, a hundredth of the way
 * apart, so that ten thousand steps have 1 230 points and a million 1 700.
 */
final class CurveSteps {

    private static final int EACH = 1000;
    private static final double GROWTH = 1.01;

    private long next;

    /** Whether a step gets a point; asked once for each step, in order. */
    boolean take(int step) {
        if (step < next) {
            return false;
        }
        next = step < EACH ? step + 1 : (long) Math.ceil(step * GROWTH);
        return true;
    }
}
