package org.penumbra.detector.tail;

/**
 * The two-parameter Weibull distribution, {@code F(x) = 1 - exp(-(x/c)^k)} for x above 0, otherwise 0.
 *
 * @param shape k, above 0
 * @param scale c, above 0, units of x
 */
public record Weibull(double shape, double scale) {

    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-13;

    public Weibull {
        if (!(shape > 0 && scale > 0 && Double.isFinite(shape) && Double.isFinite(scale))) {
            throw new IllegalArgumentException("Weibull distribution: expected finite shape and scale above 0, but got "
                    + shape + " and " + scale);
        }
    }

    /**
     * The distribution under which the values are likeliest. Its shape is the only root of
     * {@code sum x^k ln x / sum x^k - 1/k - mean ln x}, which rises in k; Newton's steps find it in a few rounds from
     * {@code pi / (sqrt 6 * sd(ln x))}, and halve k where one would leave the positive numbers.
     *
     * @param values at least two, each above 0 and finite, not all equal
     * @throws IllegalArgumentException when no distribution can be fitted to them
     */
    public static Weibull fit(double[] values) {
        double largest = check(values);
        double[] logs = new double[values.length];
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            // Relative to the largest, so that powers of any size stay numbers.
            logs[i] = Math.log(values[i]) - largest;
            mean += logs[i] / values.length;
        }
        double variance = 0;
        for (double log : logs) {
            variance += (log - mean) * (log - mean) / values.length;
        }
        double k = Math.PI / Math.sqrt(6 * variance);
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = newton(logs, mean, k);
            next = next > 0 ? next : k / 2;
            if (Math.abs(next - k) <= CLOSE * k) {
                return new Weibull(next, scale(logs, next, largest));
            }
            k = next;
        }
        throw new IllegalArgumentException(
                "tail: no Weibull distribution fits these " + values.length + " values; take more of them");
    }

    private static double check(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("tail: expected at least 2 values, but got " + values.length);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values) {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException("tail: expected finite values above 0, but got " + value);
            }
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (least == most) {
            throw new IllegalArgumentException(
                    "tail: expected values that differ, but all " + values.length + " are " + most);
        }
        return Math.log(most);
    }

    private static double newton(double[] logs, double mean, double k) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (double log : logs) {
            double power = Math.exp(k * log);
            sum += power;
            first += power * log;
            second += power * log * log;
        }
        double ratio = first / sum;
        double value = ratio - 1 / k - mean;
        double slope = second / sum - ratio * ratio + 1 / (k * k);
        return k - value / slope;
    }

    private static double scale(double[] logs, double k, double largest) {
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(k * log);
        }
        return Math.exp(largest + Math.log(sum / logs.length) / k);
    }

    /** F(x), in [0, 1]. */
    public double below(double x) {
        return x > 0 ? -Math.expm1(-Math.pow(x / scale, shape)) : 0;
    }

    /** 1 - F(x), in [0, 1]; without the loss of digits where it is small. */
    public double above(double x) {
        return x > 0 ? Math.exp(-Math.pow(x / scale, shape)) : 1;
    }

    /** The x with {@code F(x) = share}, for a share in [0, 1). */
    public double at(double share) {
        return scale * Math.pow(-Math.log1p(-share), 1 / shape);
    }

    /** How likely some values are under it: the sum of the logarithms of its density. */
    public double logLikelihood(double[] values) {
        double sum = 0;
        for (double x : values) {
            double relative = x / scale;
            sum += Math.log(shape / scale) + (shape - 1) * Math.log(relative) - Math.pow(relative, shape);
        }
        return sum;
    }

    /** Its density at x, 1 / units of x. */
    public double density(double x) {
        double relative = x / scale;
        return x > 0 ? shape / scale * Math.pow(relative, shape - 1) * Math.exp(-Math.pow(relative, shape)) : 0;
    }
}
