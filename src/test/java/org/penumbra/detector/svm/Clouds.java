package org.penumbra.detector.svm;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.penumbra.detector.FitData;
import org.penumbra.net.Evidence;

/** Round clouds of points in the plane, one a class, as what a network says of them: the code is the point three times. */
final class Clouds {

    private static final double[][] CENTRES = {{-1.5, -1}, {1.5, -1}, {0, 1.6}};

    private Clouds() {}

    /** Clouds of so many points each. */
    static FitData of(long seed, int... counts) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = new int[Arrays.stream(counts).sum()];
        float[] points = new float[2 * labels.length];
        int row = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++, row++) {
                labels[row] = label;
                points[2 * row] = (float) (CENTRES[label][0] + 0.4 * random.nextGaussian());
                points[2 * row + 1] = (float) (CENTRES[label][1] + 0.4 * random.nextGaussian());
            }
        }
        return FitData.of(evidence(counts.length, points), labels);
    }

    /** Points as evidence of a network that is sure of class 0. */
    static Evidence evidence(int classes, float... points) {
        int count = points.length / 2;
        float[] logits = new float[count * classes];
        float[] scores = new float[count * classes];
        float[] code = new float[count * 6];
        for (int row = 0; row < count; row++) {
            logits[row * classes] = 20;
            scores[row * classes] = 1;
            for (int i = 0; i < 6; i++) {
                code[row * 6 + i] = points[row * 2 + i % 2];
            }
        }
        return Evidence.of(count, 2, classes)
                .withInputs(points)
                .withOutputs(logits, scores)
                .withCode(code);
    }

    /** The middle of a cloud. */
    static float[] centre(int label) {
        return new float[] {(float) CENTRES[label][0], (float) CENTRES[label][1]};
    }
}
