package org.penumbra.course;

import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * How far the losses of two runs of the same plan lie apart, step by step.
 *
 * @param steps   that both have taken and whose losses are known
 * @param largest relative difference, |a - b| / max(|a|, |b|)
 * @param at      the step with the largest; 0 without a common step
 * @param partsAt the first step that differs by more than {@link #ROUNDING}; empty where none does
 */
public record LossDifference(int steps, double largest, long at, OptionalLong partsAt) {

    /**
     * What rounding may do to the loss of a step, relative. Sums of thousands of numbers in single precision, added in
     * another order, differ by some 1e-6; a step passes its part of that on to the next.
     */
    public static final double ROUNDING = 1e-4;

    /**
     * Holds two runs against each other.
     *
     * @param one   losses by the number of their step
     * @param other likewise
     */
    public static LossDifference of(SortedMap<Long, Double> one, Map<Long, Double> other) {
        int steps = 0;
        double largest = 0;
        long at = 0;
        OptionalLong partsAt = OptionalLong.empty();
        for (Map.Entry<Long, Double> entry : one.entrySet()) {
            Double matching = other.get(entry.getKey());
            if (matching == null) {
                continue;
            }
            double difference = relative(entry.getValue(), matching);
            steps++;
            if (at == 0 || difference > largest) {
                largest = difference;
                at = entry.getKey();
            }
            if (difference > ROUNDING && partsAt.isEmpty()) {
                partsAt = OptionalLong.of(entry.getKey());
            }
        }
        return new LossDifference(steps, largest, at, partsAt);
    }

    /** |a - b| / max(|a|, |b|); 0 for equal numbers. */
    public static double relative(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }
}
