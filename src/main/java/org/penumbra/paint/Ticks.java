package org.penumbra.paint;

import java.util.Locale;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values   the numbers, rising
 * @param decimals digits after the point that tell them apart, at least 0
 */
public record Ticks(double[] values, int decimals) {

    /** Rounding must not lose a tick that lies on the end of the axis; in steps. */
    private static final double SLACK = 1e-9;

    /**
     * The finest such numbers from {@code low} to {@code high}, both included.
     *
     * @param low  start of the axis
     * @param high its end, above {@code low}
     * @param most how many there may be, at least 2
     */
    public static Ticks between(double low, double high, int most) {
        if (!(low < high) || !Double.isFinite(high - low) || most < 2) {
            throw new IllegalArgumentException(
                    "ticks need low < high and room for 2, but got " + low + " to " + high + " and room for " + most);
        }
        int exponent = (int) Math.floor(Math.log10((high - low) / most));
        for (int factor = 1; ; factor = factor == 1 ? 2 : factor == 2 ? 5 : 1) {
            // A power of ten divides exactly where a negative one would multiply with an error.
            double step = exponent < 0 ? factor / Math.pow(10, -exponent) : factor * Math.pow(10, exponent);
            long first = (long) Math.ceil(low / step - SLACK);
            long last = (long) Math.floor(high / step + SLACK);
            if (last - first < most) {
                return of(first, last, factor, exponent);
            }
            exponent += factor == 5 ? 1 : 0;
        }
    }

    private static Ticks of(long first, long last, int factor, int exponent) {
        double[] values = new double[(int) (last - first + 1)];
        for (int i = 0; i < values.length; i++) {
            double whole = (first + i) * factor;
            values[i] = exponent < 0 ? whole / Math.pow(10, -exponent) : whole * Math.pow(10, exponent);
        }
        return new Ticks(values, Math.max(0, -exponent));
    }

    /** A tick in words, with a proper minus sign. */
    public String label(int index) {
        return String.format(Locale.ROOT, "%." + decimals + "f", values[index]).replace('-', '−');
    }

    /** Number of ticks. */
    public int count() {
        return values.length;
    }
}
