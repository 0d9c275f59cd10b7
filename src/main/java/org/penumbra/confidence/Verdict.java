package org.penumbra.confidence;

/**
 * What the program answers for one input: the class whose scaled output is greatest, or "unknown" where that stays
 * below tau.
 *
 * @param bestClass        the likeliest class, known or not, 0 to classes - 1
 * @param score            {@code max_k y~_k}, the product of the three factors below; in [0, 1], or NaN
 * @param tau              the threshold it was held against, in (0, 1]
 * @param probability      {@code max_k y_k}
 * @param withoutCurvature {@code exp(-alpha / D * ||r(x) - x||)}
 * @param curvatureFactor  Gamma
 */
public record Verdict(
        int bestClass, double score, double tau, double probability, double withoutCurvature, double curvatureFactor) {

    /** Why an answer is withheld: which factor alone pulls the score down the most. */
    public enum Doubt {
        /** There is none: the answer is given. */
        NONE,
        /** The autoencoder does not give the input back. */
        RECONSTRUCTION,
        /** The input lies in a hollow or on a saddle between the data. */
        CURVATURE,
        /** y itself is not sure. */
        CLASSIFIER,
        /** A factor is NaN. */
        NOT_A_NUMBER
    }

    /**
     * The verdict on one input.
     *
     * @param probabilities y, one number a class, at least one, each in [0, 1]
     * @param error         {@code ||r(x) - x||_2}, units of the input, at least 0
     * @param gamma         {@code 1/D * sum_i(dr_i/dx_i - 1)}
     * @param dimensions    D, at least 1
     * @param settings      alpha, beta, tau
     */
    public static Verdict of(
            float[] probabilities, double error, double gamma, int dimensions, ConfidenceSettings settings) {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("a verdict needs the probability of at least one class");
        }
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best] || Float.isNaN(probabilities[k])) {
                best = k;
            }
        }
        double reconstruction = Confidence.withoutCurvature(error, dimensions, settings.alpha());
        double curvature = Confidence.curvatureFactor(gamma, settings.beta());
        return new Verdict(
                best,
                reconstruction * curvature * probabilities[best],
                settings.tau(),
                probabilities[best],
                reconstruction,
                curvature);
    }

    /** Whether the score reaches tau, so that {@link #bestClass} is the answer. A score that is NaN never does. */
    public boolean known() {
        return score >= tau;
    }

    /** c~(x). */
    public double confidence() {
        return withoutCurvature * curvatureFactor;
    }

    /** The smallest of the three factors, as the score is their product; NONE where the answer is known. */
    public Doubt doubt() {
        if (known()) {
            return Doubt.NONE;
        }
        if (Double.isNaN(score)) {
            return Doubt.NOT_A_NUMBER;
        }
        if (withoutCurvature <= curvatureFactor && withoutCurvature <= probability) {
            return Doubt.RECONSTRUCTION;
        }
        return curvatureFactor <= probability ? Doubt.CURVATURE : Doubt.CLASSIFIER;
    }
}
