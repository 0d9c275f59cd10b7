package org.penumbra.detector.svm;

import org.penumbra.detector.Description;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.Features;
import org.penumbra.net.Evidence;

/**
 * Inputs as a support vector machine sees them, one a row.
 *
 * @param values n x width, row-major; not to be written to
 * @param count  n
 * @param width  numbers an input, at least 1
 */
public record FeatureRows(float[] values, int count, int width) {

    public FeatureRows {
        if (width < 1 || values.length != (long) count * width) {
            throw new IllegalArgumentException(
                    values.length + " numbers do not fit " + count + " inputs of " + width + " each");
        }
    }

    /** What machines compare by, of evidence with at least one input. */
    public static FeatureRows of(Evidence evidence, Features features) {
        return new FeatureRows(features.of(evidence), evidence.count(), features.width(evidence));
    }

    /**
     * What a fitted detector is to judge.
     *
     * @param about   whose evidence it is to be
     * @param classes k, of the network it was fitted on
     * @param width   numbers an input
     * @throws EvidenceException when the evidence is of another network
     */
    public static FeatureRows of(Evidence evidence, Features features, Description about, int classes, int width) {
        float[] values = features.of(evidence);
        if (evidence.count() > 0) {
            EvidenceException.require(about, "classes", classes, evidence.classes());
            EvidenceException.require(about, "numbers an input, " + features.id(), width, features.width(evidence));
        }
        return new FeatureRows(values, evidence.count(), width);
    }

    /** Some of the rows, in the order they are named. */
    public FeatureRows rows(int[] which) {
        float[] some = new float[which.length * width];
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(values, which[i] * width, some, i * width, width);
        }
        return new FeatureRows(some, which.length, width);
    }

    /** Variance of all numbers about their common mean, units of the inputs squared; 0 where all are equal. */
    public double variance() {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    /** Whether all rows are the same. */
    public boolean allEqual() {
        for (int i = width; i < values.length; i++) {
            if (values[i] != values[i - width]) {
                return false;
            }
        }
        return true;
    }
}
