package org.penumbra.detector;

import java.util.Arrays;

/**
 * From a score without bounds to a share: how many known inputs look at least this strange. For an input of the known kind
 * the result is as good as evenly spread over (0, 1], whatever the score is (Vovk, Gammerman and Shafer, "Algorithmic Learning
 * in a Random World", 2005). That the scores of all detectors are mapped so is our choice: it is monotone and means the same
 * for each.
 *
 * @param heldOut scores of known inputs that the network did not learn, ascending, larger for better known; at least one
 */
public record Conformal(double[] heldOut) {

    /** The usual threshold on a share: one known input in a hundred is refused. */
    public static final double USUAL_TAU = 0.01;

    /** What the scores are called in a form. */
    private static final String NAME = "held_out_scores";

    public Conformal {
        if (heldOut.length == 0) {
            throw new IllegalArgumentException("held-out scores: expected at least one");
        }
        for (int i = 0; i < heldOut.length; i++) {
            if (Double.isNaN(heldOut[i]) || i > 0 && heldOut[i] < heldOut[i - 1]) {
                throw new IllegalArgumentException(
                        "held-out scores: expected ascending numbers, but found " + heldOut[i] + " at " + i);
            }
        }
    }

    /** Of scores in any order, none of them NaN. */
    public static Conformal of(double[] scores) {
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        return new Conformal(ascending);
    }

    /**
     * From the form of a fitted detector.
     *
     * @throws FormException when they are not there or not ascending
     */
    public static Conformal of(FittedForm form) {
        double[] scores = form.doubles(NAME, -1);
        if (scores.length == 0) {
            throw new FormException(form.id(), NAME, "at least one score", "none");
        }
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] < scores[i - 1]) {
                throw new FormException(form.id(), NAME, "ascending numbers", scores[i] + " at " + i);
            }
        }
        return new Conformal(scores);
    }

    /** A form with the scores added. */
    public FittedForm addTo(FittedForm form) {
        return form.with(NAME, new FormArray.Doubles(heldOut, heldOut.length));
    }

    /** The share of each score. */
    public double[] shares(double[] scores) {
        return Arrays.stream(scores).map(this::share).toArray();
    }

    /** {@code (1 + held-out scores of at most this one) / (n + 1)}, in (0, 1]; NaN for NaN. */
    public double share(double score) {
        if (Double.isNaN(score)) {
            return Double.NaN;
        }
        int low = 0;
        int high = heldOut.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (heldOut[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (1.0 + low) / (heldOut.length + 1);
    }
}
