package org.penumbra.live.engine;

/** How fast training runs: a number of steps a second, or as fast as the machine can. */
public record Speed(double stepsPerSecond) {

    /** As fast as the machine can. */
    public static final Speed FASTEST = new Speed(Double.POSITIVE_INFINITY);

    public Speed {
        if (!(stepsPerSecond > 0)) {
            throw new IllegalArgumentException("speed: expected more than 0 steps a second, but got " + stepsPerSecond);
        }
    }
}
