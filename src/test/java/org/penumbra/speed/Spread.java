package org.penumbra.speed;

import java.util.Arrays;

/**
 * How numbers lie: the least, the quartiles, the most. Quartiles between two numbers are interpolated linearly.
 *
 * @param count how many numbers, at least 1
 */
public record Spread(int count, double least, double lower, double median, double upper, double most) {

    /** Ratios whose middle half spreads by more than this share of their median are not to be relied on. */
    public static final double LIMIT = 0.15;
    /** With fewer numbers nobody can tell how far they spread. */
    public static final int FEWEST = 5;

    /** @throws IllegalArgumentException without a number, or with one that is not finite */
    public static Spread of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !Arrays.stream(sorted).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "spread: expected at least one number, all of them finite, but got " + Arrays.toString(numbers));
        }
        return new Spread(
                sorted.length,
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The distance between the quartiles, as a share of the median. */
    public double relative() {
        return (upper - lower) / median;
    }

    /** Whether there are enough numbers, and they lie close enough together, for their median to mean something. */
    public boolean reliable() {
        return count >= FEWEST && relative() <= LIMIT;
    }
}
