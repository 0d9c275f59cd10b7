package org.penumbra.net;

import java.util.Locale;
import org.penumbra.data.Problem;

/**
 * A network gave numbers that no answer can be computed from: they are infinite, or so large that the differences between
 * them, which make the classes' scores, are lost.
 */
public final class OverflowException extends Problem {

    private final double number;

    private OverflowException(double number, String found) {
        super("The model has no answer: its numbers overflow (" + found
                + "). Its weights are broken, as after a training "
                + "that went wrong; train it anew, or choose another model");
        this.number = number;
    }

    /** Of a logit that is infinite, larger than {@link ClassScores#MOST_LOGIT}, or NaN. */
    public static OverflowException ofLogit(double logit) {
        return new OverflowException(
                logit,
                Double.isNaN(logit)
                        ? "a logit is not a number"
                        : String.format(
                                Locale.ROOT, "a logit is %.3g; expected at most %.0e", logit, ClassScores.MOST_LOGIT));
    }

    /**
     * The number itself, if it is finite.
     *
     * @param what it is, with its article: "the reconstruction error"
     * @throws OverflowException when it is not
     */
    public static double requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new OverflowException(number, what + (Double.isNaN(number) ? " is not a number" : " is infinite"));
        }
        return number;
    }

    /** The number that is none, or too large. */
    public double number() {
        return number;
    }
}
