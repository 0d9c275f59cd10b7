package org.penumbra.live.rings;

/**
 * How fast the first steps of a run are taken where they are to be watched: the first thousand in eight seconds, each second
 * half as many steps again as the second before, then ever faster until no machine keeps up. Which steps are taken does
 * not depend on it. How the numbers were chosen: {@code src/docs/decisions/0031-a-slow-start.md}.
 */
final class SlowStart {

    /** The steps that are shown slowly. */
    static final int STEPS = 1000;
    /** From here on as fast as the machine can. */
    static final int END = 3000;

    /** How long the first {@link #STEPS} take, seconds. */
    private static final double SECONDS = 8;
    /** Steps are counted from here, so that the very first do not take for ever. */
    private static final double AHEAD = 40;
    /** How much faster it gets in a second: e to the power of this. */
    private static final double GROWTH = Math.log((STEPS + AHEAD) / AHEAD) / SECONDS;

    private SlowStart() {}

    /** Steps a second after so many steps; infinite from {@link #END} on. */
    static double stepsPerSecond(long step) {
        if (step >= END) {
            return Double.POSITIVE_INFINITY;
        }
        double rate = GROWTH * (Math.min(step, STEPS) + AHEAD);
        double beyond = Math.max(1, (double) step / STEPS);
        return rate * beyond * beyond * beyond;
    }
}
