package org.penumbra.confidence;

import java.util.Arrays;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/** Figures over the answers to a labelled set of images. */
public final class ImageMetrics {

    private static final int DIMENSIONS = ImageSettings.PIXELS;

    private ImageMetrics() {}

    /**
     * The alpha at which an image whose reconstruction error is {@code kappa * quantile} just reaches tau when its
     * class is sure: {@code -ln(tau) * D / (kappa * quantile)}.
     *
     * @param tau      threshold, above 0, up to 1
     * @param kappa    allowance, at least 1
     * @param quantile of ||r(x) - x|| over held-out training images (here the 99 % quantile), above 0
     * @return at least 0
     */
    public static double alpha(double tau, double kappa, double quantile) {
        ConfidenceSettings.TAU.require("tau", tau);
        if (!(kappa >= 1)) {
            throw new IllegalArgumentException("kappa: expected a number of at least 1, but got " + kappa);
        }
        if (!(quantile > 0)) {
            throw new IllegalArgumentException(
                    "quantile of the errors: expected a number above 0, but got " + quantile);
        }
        return Math.max(0, -Math.log(tau)) * DIMENSIONS / (kappa * quantile);
    }

    /**
     * {@link #alpha(double, double, double)} by the 99 % quantile of a model's errors on its held-out images.
     *
     * @throws IllegalArgumentException when the model has no such errors
     */
    public static double alpha(ImageModel model, double tau, double kappa) {
        if (model.heldOutErrors().length == 0) {
            throw new IllegalArgumentException("this model cannot be calibrated: "
                    + (model.doubts()
                            ? "no images were held out when it was trained"
                            : "it has no decoder, and so no reconstruction error"));
        }
        return alpha(tau, kappa, model.heldOutErrors()[ImageModel.INDEX_OF_99]);
    }

    /**
     * Share of the images whose answer is right and whose score reaches tau.
     *
     * @param alpha of the scaled outputs (without curvature), or 0 for y alone
     */
    public static double accuracy(ImageAnswers answers, double tau, double alpha) {
        return share(answers, tau, alpha, true);
    }

    /** Share of the images whose score reaches tau, right or wrong. */
    public static double accepted(ImageAnswers answers, double tau, double alpha) {
        return share(answers, tau, alpha, false);
    }

    private static double share(ImageAnswers answers, double tau, double alpha, boolean rightOnly) {
        int counted = 0;
        for (int i = 0; i < answers.count(); i++) {
            double c = answers.errors().length == 0
                    ? 1
                    : Confidence.withoutCurvature(answers.errors()[i], DIMENSIONS, alpha);
            boolean right = !rightOnly || answers.answer(i) == answers.labels()[i];
            counted += right && c * answers.score(i) >= tau ? 1 : 0;
        }
        return (double) counted / answers.count();
    }

    /** Right answers in rows of true classes: {@code [label][answer]}, counts. */
    public static int[][] confusion(ImageAnswers answers) {
        int[][] counts = new int[answers.classes()][answers.classes()];
        for (int i = 0; i < answers.count(); i++) {
            counts[answers.labels()[i]][answers.answer(i)]++;
        }
        return counts;
    }

    /**
     * A quantile by linear interpolation between the order statistics (Hyndman and Fan's seventh definition, the default
     * of NumPy).
     *
     * @param values at least one, not changed
     * @param share  0 to 1
     */
    public static double quantile(float[] values, double share) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sortedQuantile(sorted, share);
    }

    /** Evenly spaced quantiles from the least to the greatest value. */
    public static float[] quantiles(float[] values, int count) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] quantiles = new float[count];
        for (int i = 0; i < count; i++) {
            quantiles[i] = (float) sortedQuantile(sorted, (double) i / (count - 1));
        }
        return quantiles;
    }

    private static double sortedQuantile(float[] sorted, double share) {
        if (sorted.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("quantile: expected a share from 0 to 1 and at least one value, but got "
                    + share + " of " + sorted.length);
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
