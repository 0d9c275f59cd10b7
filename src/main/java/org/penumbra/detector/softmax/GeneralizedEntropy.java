package org.penumbra.detector.softmax;

import java.util.Arrays;

/**
 * Generalized entropy, {@code -sum p^g (1 - p)^g} over the M largest probabilities, 0 where one class is certain and less the
 * more of them are in doubt. Source: Liu, Lochman and Zach, "GEN: Pushing the Limits of Softmax-Based Out-of-Distribution
 * Detection", CVPR 2023.
 *
 * @param gamma g, above 0; a small one counts every class that is not quite excluded
 * @param top   M, at least 1; all classes where there are fewer
 */
public record GeneralizedEntropy(double gamma, int top) {

    /** With the authors' values. */
    public static final GeneralizedEntropy USUAL = new GeneralizedEntropy(0.1, 100);

    public GeneralizedEntropy {
        if (!(gamma > 0 && Double.isFinite(gamma)) || top < 1) {
            throw new IllegalArgumentException(
                    "generalized entropy: expected gamma above 0 and at least one class, but got " + gamma + " and "
                            + top);
        }
    }

    /** The score of some probabilities, larger for what is better known. */
    public double of(double[] probabilities) {
        double[] ascending = probabilities.clone();
        Arrays.sort(ascending);
        double score = 0;
        for (int i = Math.max(0, ascending.length - top); i < ascending.length; i++) {
            score -= Math.pow(ascending[i] * (1 - ascending[i]), gamma);
        }
        return score;
    }
}
