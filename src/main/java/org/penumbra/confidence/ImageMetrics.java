package org.penumbra.confidence;

import java.util.Arrays;
import org.penumbra.net.image.ImageAnswers;

/** Figures over the answers to a labelled set of images. */
public final class ImageMetrics {

    private ImageMetrics() {}

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
