package org.penumbra.confidence;

import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageSettings;

/**
 * Of a model's answers to many images only what decides whether they are accepted, so that alpha and tau can be moved
 * without asking the network again. Gamma is not among it (beta = 0).
 *
 * @param scores n, the highest y of each image, 0 to 1
 * @param errors n, ||r(x) - x||, or empty without a decoder
 * @param right  n, whether the class of the highest y is the image's label; all false where labels mean nothing
 */
public record TopAnswers(float[] scores, float[] errors, boolean[] right) {

    public TopAnswers {
        if (right.length != scores.length || errors.length != 0 && errors.length != scores.length) {
            throw new IllegalArgumentException("answers: expected as many errors (or none) and marks as the "
                    + scores.length + " scores, but got " + errors.length + " and " + right.length);
        }
    }

    /**
     * The tops of a model's answers.
     *
     * @param known whether the images' labels are classes of the model, so that an answer can be right
     */
    public static TopAnswers of(ImageAnswers answers, boolean known) {
        float[] scores = new float[answers.count()];
        boolean[] right = new boolean[answers.count()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = answers.score(i);
            right[i] = known && answers.answer(i) == answers.labels()[i];
        }
        return new TopAnswers(scores, answers.errors().clone(), right);
    }

    /** How many images there were. */
    public int count() {
        return scores.length;
    }

    /**
     * Share of the images whose scaled output reaches tau, right or wrong, 0 to 1; NaN when there are no images.
     *
     * @param tau   in (0, 1]
     * @param alpha at least 0; of no account without a decoder
     */
    public double accepted(double tau, double alpha) {
        return share(tau, alpha, false);
    }

    /** Share of the images whose answer is right and whose scaled output reaches tau, 0 to 1; see {@link #accepted}. */
    public double accuracy(double tau, double alpha) {
        return share(tau, alpha, true);
    }

    private double share(double tau, double alpha, boolean rightOnly) {
        int counted = 0;
        for (int i = 0; i < scores.length; i++) {
            double c = errors.length == 0 ? 1 : Confidence.withoutCurvature(errors[i], ImageSettings.PIXELS, alpha);
            counted += (!rightOnly || right[i]) && c * scores[i] >= tau ? 1 : 0;
        }
        return (double) counted / scores.length;
    }
}
