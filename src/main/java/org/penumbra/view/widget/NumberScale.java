package org.penumbra.view.widget;

import java.util.Locale;

/**
 * What numbers a {@link org.penumbra.view.widget.form.NumberSlider} takes, and how they lie along it. The slider covers a useful range; typing may go
 * beyond it up to hard limits.
 *
 * @param low         at the slider's left end; above 0 when logarithmic
 * @param high        at the slider's right end, above {@code low}
 * @param logarithmic whether equal ways are equal factors, rather than equal differences
 * @param zeroAtLeft  logarithmic only: whether the very left end means exactly 0
 * @param least       smallest number that can be typed
 * @param most        largest number that can be typed
 * @param whole       whether it takes whole numbers alone
 */
public record NumberScale(
        double low, double high, boolean logarithmic, boolean zeroAtLeft, double least, double most, boolean whole) {

    /** The share of a logarithmic slider with a zero below which it means 0. */
    private static final double ZERO_SHARE = 0.03;
    /** Numbers picked with the slider have so many digits, so that they are easy to read and to type again. */
    private static final int DIGITS = 3;

    public NumberScale {
        if (!(low < high) || logarithmic && !(low > 0)) {
            throw new IllegalArgumentException(
                    "a slider needs low < high, and low > 0 when logarithmic, but got " + low + " to " + high);
        }
        if (zeroAtLeft && !logarithmic) {
            throw new IllegalArgumentException("only a logarithmic slider needs a zero of its own");
        }
        if (!(least <= (zeroAtLeft ? 0 : low) && most >= high)) {
            throw new IllegalArgumentException(
                    "the hard limits " + least + " to " + most + " must hold the slider's range");
        }
    }

    /** Equal ways are equal differences. */
    public static NumberScale linear(double low, double high) {
        return new NumberScale(low, high, false, false, low, high, false);
    }

    /** Equal ways are equal factors. */
    public static NumberScale logarithmic(double low, double high) {
        return new NumberScale(low, high, true, false, low, high, false);
    }

    /** The same with exactly 0 at the very left. */
    public NumberScale withZero() {
        return new NumberScale(low, high, logarithmic, true, Math.min(0, least), most, whole);
    }

    /** The same for whole numbers alone. */
    public NumberScale ofWholeNumbers() {
        return new NumberScale(low, high, logarithmic, zeroAtLeft, least, most, true);
    }

    /** The same with wider limits for typing. */
    public NumberScale typedWithin(double least, double most) {
        return new NumberScale(low, high, logarithmic, zeroAtLeft, least, most, whole);
    }

    /** Where a number lies on the slider, 0 (left) to 1 (right); numbers beyond the ends lie at the ends. */
    public double position(double value) {
        if (!logarithmic) {
            return clamp((value - low) / (high - low));
        }
        if (value <= 0) {
            return 0;
        }
        double share = clamp(Math.log(value / low) / Math.log(high / low));
        return zeroAtLeft ? ZERO_SHARE + share * (1 - ZERO_SHARE) : share;
    }

    /** The number at a place of the slider, rounded to a few digits. */
    public double value(double position) {
        double value = smooth(position);
        // A round number near an end may lie beyond it.
        return value == 0 && zeroAtLeft ? 0 : Math.min(high, Math.max(low, whole ? Math.rint(value) : value));
    }

    private double smooth(double position) {
        if (!logarithmic) {
            return rounded(low + clamp(position) * (high - low), (high - low) / 1000);
        }
        if (zeroAtLeft && position < ZERO_SHARE) {
            return 0;
        }
        double share = zeroAtLeft ? (position - ZERO_SHARE) / (1 - ZERO_SHARE) : position;
        double value = low * Math.pow(high / low, clamp(share));
        return rounded(value, Math.pow(10, Math.floor(Math.log10(value)) - (DIGITS - 1)));
    }

    /** Whether a number may be typed. */
    public boolean takes(double value) {
        return value >= least && value <= most && (!whole || value == Math.rint(value));
    }

    /** What may be typed, in words: "a number from 0 to 1000". */
    public String expected() {
        return (whole ? "a whole number from " : "a number from ") + text(least) + " to " + text(most);
    }

    /** A number as it is written in the field: up to six digits, none too many; read back it is the same or nearly. */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e7 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.3e", value)
                    .replaceFirst("\\.?0*e", "e")
                    .replaceFirst("e([-+])0", "e$1");
        }
        int decimals = Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("\\.?0+$", "");
    }

    /** A whole number with its digits in groups of three and narrow gaps: 12 345. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static double clamp(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** The multiple of a power of ten nearest to the value; {@code unit} says about which power. */
    private static double rounded(double value, double unit) {
        int power = (int) Math.floor(Math.log10(unit) + 1e-9);
        // Dividing by 10^n is exact to the last bit where multiplying by 10^-n is not: 0.3 rather than
        // 0.30000000000000004.
        return power >= 0
                ? Math.rint(value / Math.pow(10, power)) * Math.pow(10, power)
                : Math.rint(value * Math.pow(10, -power)) / Math.pow(10, -power);
    }
}
