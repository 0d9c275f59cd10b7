package org.penumbra.data;

/**
 * The numbers a setting may take, so that what checks a value, what reads it from a file and the slider that sets it
 * agree.
 *
 * @param min         the lower bound
 * @param minIncluded whether the lower bound itself is allowed
 * @param max         the upper bound
 * @param maxIncluded whether the upper bound itself is allowed
 */
public record Range(double min, boolean minIncluded, double max, boolean maxIncluded) {

    public Range {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException(
                    "a range needs finite bounds with min < max, but got " + min + " to " + max);
        }
    }

    /** All numbers from {@code min} to {@code max}, both included. */
    public static Range of(double min, double max) {
        return new Range(min, true, max, true);
    }

    /** All numbers above {@code min} up to and including {@code max}. */
    public static Range above(double min, double max) {
        return new Range(min, false, max, true);
    }

    /** All numbers from {@code min} on that are below {@code max}. */
    public static Range below(double min, double max) {
        return new Range(min, true, max, false);
    }

    /** Whether the value lies in the range; never for NaN. */
    public boolean contains(double value) {
        return (minIncluded ? value >= min : value > min) && (maxIncluded ? value <= max : value < max);
    }

    /** The value itself when it lies in the range, otherwise a {@link SettingProblem} that names it. */
    public double require(String name, double value) {
        if (!contains(value)) {
            throw new SettingProblem(name, expectation(), value);
        }
        return value;
    }

    /** The range in words: "a number from 0 to 10", "a number above 0 and at most 1", "a number from 0 on and below 1". */
    public String expectation() {
        if (minIncluded && maxIncluded) {
            return "a number from " + text(min) + " to " + text(max);
        }
        return (minIncluded ? "a number from " + text(min) + " on" : "a number above " + text(min))
                + (maxIncluded ? " and at most " : " and below ")
                + text(max);
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
