package org.penumbra.view.widget;

import org.penumbra.confidence.RoundedScore;

/**
 * How a score between 0 and 1 is written: with so many decimals, rounded down, so that what stays below a threshold also
 * reads so. A smaller one is told by its first digit that counts, so that little never reads as nothing.
 */
public final class ScoreText {

    /** Smaller ones are written with a power of ten. */
    private static final double LEAST_PLAIN = 1e-4;
    /** Less than what rounding leaves of 0.9 * 1000. */
    private static final double SLACK = 1e-9;

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private ScoreText() {}

    /**
     * A score in words of few letters: "0.93", "0.0004", "3\u00b710\u207b\u2078".
     *
     * @param score    0 to 1, or NaN for none, which is a dash
     * @param decimals of a score that is not small, 1 to 4
     */
    public static String of(double score, int decimals) {
        if (Double.isNaN(score)) {
            return "\u2013";
        }
        double unit = Math.pow(10, decimals);
        if (score <= 0) {
            return "0";
        }
        if (score * unit + SLACK >= 1) {
            return RoundedScore.text(score, decimals);
        }
        int power = (int) Math.floor(Math.log10(score));
        if (score >= LEAST_PLAIN) {
            return RoundedScore.text(score, -power);
        }
        int digit = (int) Math.min(9, Math.floor(score / Math.pow(10, power) + SLACK));
        return digit + "\u00b710\u207b" + superscript(-power);
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
