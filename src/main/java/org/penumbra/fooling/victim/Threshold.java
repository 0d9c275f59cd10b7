package org.penumbra.fooling.victim;

import org.penumbra.confidence.Defaults;
import org.penumbra.detector.Description;

/**
 * What counts as having fooled a victim; said here for every attack.
 *
 * <p><b>The paper's</b>: the score of the target, {@code y~_t}, reaches tau. That is for scores that lie on the scale of the
 * classifier's outputs: y, COOL's product, {@code c~ y}, a softmax with a temperature. A detector says so by having the same
 * usual threshold as these, {@link Defaults#TAU}.
 *
 * <p><b>Its own</b>: the target's class is the answer, and the acceptance reaches the detector's usual threshold. Such an
 * acceptance is, say, a share of held-out images that look at least this strange, of which 0.01 is usual; a tau of 0.9 would
 * ask for an image that looks less strange than nine tenths of all digits. The score {@code s_t} is not held against
 * anything then: a factor y below 1 on an acceptance near its threshold says nothing about the answer.
 *
 * @param value   in (0, 1]
 * @param ofScore whether it is held against the target's score, rather than against the acceptance of the answer
 */
public record Threshold(double value, boolean ofScore) {

    /** The paper's. */
    public static Threshold ofScore(double tau) {
        return new Threshold(tau, true);
    }

    /**
     * That of a detector.
     *
     * @param tau for those that are held against the paper's
     */
    public static Threshold of(Description detector, double tau) {
        return detector.usualTau() == Defaults.TAU ? ofScore(tau) : new Threshold(detector.usualTau(), false);
    }

    /**
     * What is held against it: the score of the target; or the acceptance where the target is the answer, and 0 where another
     * class is.
     */
    public double held(double score, boolean answers, double acceptance) {
        return ofScore ? score : answers ? acceptance : 0;
    }

    /** Whether a trial with so much has fooled its victim. */
    public boolean reached(double held) {
        return held >= value;
    }

    /**
     * What is held against this, moved so that this threshold lies where tau does, 0 at 0 and 1 at 1: so that victims with
     * thresholds of their own can be drawn beside the others with one line for all.
     */
    public double beside(double held, double tau) {
        if (ofScore || Double.isNaN(held)) {
            return held;
        }
        return held < value ? held / value * tau : value == 1 ? 1 : tau + (held - value) / (1 - value) * (1 - tau);
    }
}
