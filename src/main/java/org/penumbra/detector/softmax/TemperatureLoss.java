package org.penumbra.detector.softmax;

import java.util.Arrays;
import org.penumbra.data.Range;

/**
 * How well the softmax of logits divided by a temperature foretells some labels: the mean cross-entropy L as a function of
 * beta = 1/T, in which it is convex. Where it is least, {@code mean(sum_u p_u v_u - v_y)} is 0, which rises with beta. With
 * several units a class, v_y is the mean of the units of the label's class.
 *
 * @param logits n x units, row-major, finite
 * @param labels n, at least one
 * @param omega  units a class
 */
record TemperatureLoss(double[] logits, int[] labels, int omega) {

    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-14;

    private int units() {
        return logits.length / labels.length;
    }

    private double[] row(int row) {
        return Arrays.copyOfRange(logits, row * units(), (row + 1) * units());
    }

    private double wanted(double[] values, int label) {
        double sum = 0;
        for (int unit = label * omega; unit < (label + 1) * omega; unit++) {
            sum += values[unit];
        }
        return sum / omega;
    }

    /** L, nats. */
    double at(double temperature) {
        Tempered tempered = new Tempered(temperature);
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum -= wanted(tempered.logProbabilities(row(row)), labels[row]);
        }
        return sum / labels.length;
    }

    /** dL/dbeta and the second derivative, both means over the rows. */
    private double[] slopes(double beta) {
        Tempered tempered = new Tempered(1 / beta);
        double first = 0;
        double second = 0;
        for (int row = 0; row < labels.length; row++) {
            double[] values = row(row);
            double[] probabilities = tempered.probabilities(values);
            double mean = 0;
            for (int unit = 0; unit < values.length; unit++) {
                mean += probabilities[unit] * values[unit];
            }
            double variance = 0;
            for (int unit = 0; unit < values.length; unit++) {
                variance += probabilities[unit] * (values[unit] - mean) * (values[unit] - mean);
            }
            first += mean - wanted(values, labels[row]);
            second += variance;
        }
        return new double[] {first / labels.length, second / labels.length};
    }

    /** Whether a temperature makes any difference: not where each row's logits are all alike. */
    boolean dependsOnTemperature() {
        for (int row = 0; row < labels.length; row++) {
            if (!alike(row(row))) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** The temperature of the least loss within a range; an end of it where the loss still falls there. */
    double best(Range range) {
        double low = 1 / range.max();
        double high = 1 / range.min();
        if (slopes(low)[0] >= 0) {
            return range.max();
        }
        if (slopes(high)[0] <= 0) {
            return range.min();
        }
        double beta = 1;
        for (int step = 0; step < MOST_STEPS && high - low > CLOSE * high; step++) {
            double[] slopes = slopes(beta);
            if (slopes[0] == 0) {
                break;
            }
            if (slopes[0] < 0) {
                low = beta;
            } else {
                high = beta;
            }
            double newton = beta - slopes[0] / slopes[1];
            // Where Newton's step leaves the bracket, or there is no slope to take it by, the bracket is halved.
            double next = newton > low && newton < high ? newton : Math.sqrt(low * high);
            if (Math.abs(next - beta) <= CLOSE * beta) {
                beta = next;
                break;
            }
            beta = next;
        }
        return 1 / beta;
    }
}
