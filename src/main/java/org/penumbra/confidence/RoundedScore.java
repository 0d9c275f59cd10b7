package org.penumbra.confidence;

import java.util.Locale;

/**
 * How a score, a confidence or a probability is cut to a few decimals: downwards, so that what stays below a threshold
 * also reads so, and only 1 reads as 1. The window and the command line both ask here, so that one number reads the same
 * in both.
 */
public final class RoundedScore {

    /**
     * Of a unit in the last decimal: a score that lies so little below a decimal number is taken for that number. It is
     * more than a product of a few factors loses in double precision, and far less than two scores of a network differ.
     */
    private static final double SLACK = 1e-9;

    private RoundedScore() {}

    /**
     * The greatest decimal number that is not above the score.
     *
     * @param score    0 to 1, or NaN, which stays NaN
     * @param decimals at least 0
     */
    public static double down(double score, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.floor(score * unit + SLACK) / unit;
    }

    /** The score with so many decimals and a dot, like "0.926"; "NaN" for NaN. */
    public static String text(double score, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", down(score, decimals));
    }

    /** The score in per cent with one decimal and without the sign, like "92.6"; "NaN" for NaN. */
    public static String percent(double score) {
        return String.format(Locale.ROOT, "%.1f", 100 * down(score, 3));
    }
}
