package org.penumbra.data;

import java.util.SplittableRandom;

/**
 * Random numbers from basic arithmetic alone, so that they are the same on every machine and in every version of Java.
 */
public final class Chance {

    private static final double ROOT_OF_THREE = Math.sqrt(3);

    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Between two bounds, each number as likely. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Bell-shaped about 0 and never beyond 3.5 deviations: the sum of four uniform numbers. */
    public double bell(double deviation) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return deviation * ROOT_OF_THREE * (sum - 2);
    }

    /** A factor about 1 whose logarithm is bell-shaped. */
    public double factor(double deviation) {
        return StrictMath.exp(bell(deviation));
    }

    /** A whole number from 0 to {@code bound} - 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
