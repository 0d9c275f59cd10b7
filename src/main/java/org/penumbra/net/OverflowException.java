package org.penumbra.net;

import java.util.Locale;
import org.penumbra.data.Problem;

/**
 * A network gave numbers that no answer can be computed from: they are infinite, or so large that the differences between
 * them, which make the classes' scores, are lost.
 */
public final class OverflowException extends Problem {

    private final double logit;

    /** @param logit the number, or NaN */
    OverflowException(double logit) {
        super(String.format(
                Locale.ROOT,
                "The model has no answer: its numbers overflow (a logit is %.3g; expected at most %.0e). Its weights are "
                        + "broken, as after a training that went wrong; train it anew, or choose another model",
                logit,
                ClassScores.MOST_LOGIT));
        this.logit = logit;
    }

    /** The number that is none, or too large. */
    public double logit() {
        return logit;
    }
}
