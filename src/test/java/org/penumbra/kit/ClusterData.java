package org.penumbra.kit;

import java.util.Random;
import org.penumbra.detector.FitData;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;

/**
 * What a good network would say of round clusters, one a class: the input is its own code, and the logits are highest for the
 * nearest centre. Centre c lies at {@code 6} on axis c.
 *
 * @param classes k
 * @param width   numbers an input, at least k
 */
public record ClusterData(int classes, int width) {

    private static final double APART = 6;

    /** Training and held-out inputs, the classes in turn. */
    public FitData fitData(int train, int heldOut, long seed) {
        return new FitData(inputs(train, seed, 1), labels(train), inputs(heldOut, seed + 1, 1), labels(heldOut));
    }

    /** Labels of so many inputs, the classes in turn. */
    public int[] labels(int count) {
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = row % classes;
        }
        return labels;
    }

    /** Inputs round the centres, the classes in turn. */
    public Evidence inputs(int count, long seed, double spread) {
        Random random = new Random(seed);
        float[] points = new float[count * width];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < width; i++) {
                points[row * width + i] = (float) (spread * random.nextGaussian() + (i == row % classes ? APART : 0));
            }
        }
        return evidence(points);
    }

    /** Inputs far from all centres. */
    public Evidence strangers(int count, long seed) {
        Random random = new Random(seed);
        float[] points = new float[count * width];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (-12 + 2 * random.nextGaussian());
        }
        return evidence(points);
    }

    /** What the network says of some inputs: {@code v_c = 3 x_c - 9}. */
    public Evidence evidence(float[] points) {
        int count = points.length / width;
        float[] logits = new float[count * classes];
        float[] scores = new float[count * classes];
        ClassScores outputs = new ClassScores(classes, 1);
        for (int row = 0; row < count; row++) {
            for (int c = 0; c < classes; c++) {
                logits[row * classes + c] = 3 * points[row * width + c] - 9;
            }
            outputs.scores(logits, row * classes, scores, row * classes);
        }
        return Evidence.of(count, width, classes)
                .withInputs(points)
                .withCode(points)
                .withOutputs(logits, scores);
    }
}
