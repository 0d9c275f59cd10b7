package org.penumbra.confidence;

import org.penumbra.net.plane.PlaneResponse;

/**
 * The confidence of every cell of a {@link PlaneResponse}. It owns its arrays and fills them anew on each
 * {@link #update}, so that a slider can be followed without garbage; whoever keeps a field longer makes one of his own
 * with {@link #of}. Not safe for use by two threads.
 *
 * <p>Every accessor returns the field's own array of n numbers in the order of the response's inputs: read it, don't
 * change it, and don't keep it across an update. Numbers that are not finite are treated as {@link Confidence} says.
 */
public final class ConfidenceField {

    private float[] confidence = {};
    private float[] curvatureFactor = {};
    private float[] withoutCurvature = {};
    private float[] bestScaled = {};
    private int[] bestClass = {};

    /** An empty field. */
    public ConfidenceField() {}

    /** A new field of a response. */
    public static ConfidenceField of(PlaneResponse response, ConfidenceSettings settings) {
        ConfidenceField field = new ConfidenceField();
        field.update(response, settings);
        return field;
    }

    /** Computes everything anew, in the arrays at hand where the number of cells is the same. */
    public void update(PlaneResponse response, ConfidenceSettings settings) {
        if (response.dimensions() < 1 || response.classes() < 1) {
            throw new IllegalArgumentException("a response needs at least one dimension and one class, but has "
                    + response.dimensions() + " and " + response.classes());
        }
        allocate(response.count());
        reconstruction(response.error(), settings.alpha() / response.dimensions());
        curvature(response.gamma(), settings.beta());
        scale(response.probabilities(), response.classes());
    }

    /** Number of cells. */
    public int count() {
        return confidence.length;
    }

    /** c~(x), in [0, 1], or NaN. */
    public float[] confidence() {
        return confidence;
    }

    /** Gamma(x), in [0, 1], or NaN. */
    public float[] curvatureFactor() {
        return curvatureFactor;
    }

    /** {@code exp(-alpha / D * ||r(x) - x||)}: c~ as it would be without Gamma; in [0, 1], or NaN. */
    public float[] withoutCurvature() {
        return withoutCurvature;
    }

    /** {@code max_k y~_k = c~ * max_k y_k}, what is held against tau; in [0, 1], or NaN. */
    public float[] bestScaled() {
        return bestScaled;
    }

    /** The likeliest class, the first of equals; 0 to classes - 1. */
    public int[] bestClass() {
        return bestClass;
    }

    private void allocate(int count) {
        if (count != confidence.length) {
            confidence = new float[count];
            curvatureFactor = new float[count];
            withoutCurvature = new float[count];
            bestScaled = new float[count];
            bestClass = new int[count];
        }
    }

    private void reconstruction(float[] error, double alphaPerDimension) {
        for (int i = 0; i < error.length; i++) {
            withoutCurvature[i] = alphaPerDimension == 0 ? 1 : (float) Math.exp(-alphaPerDimension * error[i]);
        }
    }

    private void curvature(float[] gamma, double beta) {
        for (int i = 0; i < gamma.length; i++) {
            float factor = (float) Confidence.curvatureFactor(gamma[i], beta);
            curvatureFactor[i] = factor;
            confidence[i] = withoutCurvature[i] * factor;
        }
    }

    private void scale(float[] probabilities, int classes) {
        for (int i = 0, at = 0; i < confidence.length; i++) {
            int best = 0;
            float most = probabilities[at++];
            for (int k = 1; k < classes; k++) {
                float probability = probabilities[at++];
                // The second test lets a NaN through, so that it cannot hide behind a number.
                if (probability > most || probability != probability) {
                    most = probability;
                    best = k;
                }
            }
            bestClass[i] = best;
            bestScaled[i] = confidence[i] * most;
        }
    }
}
