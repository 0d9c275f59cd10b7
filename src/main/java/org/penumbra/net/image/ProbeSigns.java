package org.penumbra.net.image;

import java.util.SplittableRandom;

/** The probes of Hutchinson's estimator: vectors of 784 signs, each drawn from a seed of its own. */
public final class ProbeSigns {

    private ProbeSigns() {}

    /**
     * Draws one probe.
     *
     * @param seed  of this probe: an {@link org.penumbra.data.Seeds#item} of the stream of probes
     * @param signs receives 784 numbers, each -1 or 1, from {@code at} on
     */
    public static void draw(long seed, float[] signs, int at) {
        SplittableRandom random = new SplittableRandom(seed);
        long bits = 0;
        for (int i = 0; i < ImageSettings.PIXELS; i++) {
            bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
            signs[at + i] = (bits & 1) == 0 ? -1 : 1;
        }
    }
}
