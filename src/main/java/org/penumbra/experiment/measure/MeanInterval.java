package org.penumbra.experiment.measure;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.penumbra.experiment.report.FigureTable.Entry;

/**
 * The mean of repeated measurements, and how far it may be from the one of endless repeats.
 *
 * @param mean  of the measurements; NaN where there are none
 * @param half  half the width of the 95 % interval by Student's t, {@code t(0.975, n - 1) * s / sqrt(n)}, where s is the
 *              standard deviation with n - 1 in its denominator; NaN for fewer than two
 * @param count n
 */
public record MeanInterval(double mean, double half, int count) {

    private static final double UPPER = 0.975;

    /** Of these measurements. */
    public static MeanInterval of(List<Double> values) {
        int count = values.size();
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
        if (count < 2) {
            return new MeanInterval(mean, Double.NaN, count);
        }
        double squares = Arrays.stream(numbers)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double t = new TDistribution(null, count - 1).inverseCumulativeProbability(UPPER);
        return new MeanInterval(mean, t * Math.sqrt(squares / (count - 1) / count), count);
    }

    /** As it stands in a table. */
    public Entry entry(String whyNone) {
        return count == 0 ? Entry.none(whyNone) : new Entry(mean, half, Double.NaN, "");
    }

    /** Half the interval's width for a curve, on which what was not repeated has none: 0. */
    public double halfOrZero() {
        return Double.isNaN(half) ? 0 : half;
    }
}
