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
