package org.penumbra.confidence;

import java.util.List;
import java.util.Locale;

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
        NONE("nothing speaks against it"),
        /** The autoencoder does not give the input back. */
        RECONSTRUCTION("the reconstruction error is large"),
        /** The input lies in a hollow or on a saddle between the data. */
        CURVATURE("the curvature gamma is positive, as it is between the data"),
        /** y itself is not sure. */
        CLASSIFIER("the classifier itself is in doubt"),
        /** A factor is NaN. */
        NOT_A_NUMBER("the network's answer is not a number");

        private final String words;

        Doubt(String words) {
            this.words = words;
        }

        /** The second half of a sentence that starts with "because". */
        public String words() {
            return words;
        }
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

    /** Like "class 2, score 0.93" or "unknown: score 0.31 is below tau 0.50, mostly because ...". */
    public String inWords() {
        return switch (doubt()) {
            case NONE -> "class " + bestClass + ", score " + number(score, 2);
            case NOT_A_NUMBER -> "unknown: " + Doubt.NOT_A_NUMBER.words();
            default -> {
                int digits = digitsTellingApart(score);
                yield "unknown: score " + number(score, digits) + " is below tau " + number(tau, digits)
                        + ", mostly because " + doubt().words();
            }
        };
    }

    /**
     * The answer in the words of its classes: "3, 99.2 % sure", or "unknown: the confidence 0.31 is below 0.90, because
     * ...".
     *
     * @param classes their names, one for each class
     */
    public String inWords(List<String> classes) {
        return headline(classes) + (known() ? ", " : ": ") + detail();
    }

    /** The answer alone: the name of a class, or "unknown". */
    public String headline(List<String> classes) {
        return known() ? classes.get(bestClass) : "unknown";
    }

    /**
     * What is to be said of the answer: how sure it is, rounded down, so that "100.0 %" means it; or which number is below
     * tau, and why.
     */
    public String detail() {
        return switch (doubt()) {
            case NONE -> RoundedScore.percent(score) + " % sure";
            case NOT_A_NUMBER -> Doubt.NOT_A_NUMBER.words();
            default -> tooLow() + ", because " + doubt().words();
        };
    }

    /** The confidence where it alone keeps the answer back, otherwise its product with y. */
    private String tooLow() {
        boolean confidenceAlone = doubt() != Doubt.CLASSIFIER && confidence() < tau;
        double low = confidenceAlone ? confidence() : score;
        int digits = digitsTellingApart(low);
        return (confidenceAlone ? "the confidence " : "the score ") + number(low, digits) + " is below "
                + number(tau, digits);
    }

    /** Two digits after the point, more where a number would read like tau. */
    private int digitsTellingApart(double value) {
        int digits = 2;
        while (digits < 9 && number(value, digits).equals(number(tau, digits))) {
            digits++;
        }
        return digits;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
