package org.penumbra.detector.metric;

import java.util.Arrays;
import org.penumbra.confidence.Roc;

/**
 * How well a score tells known inputs from unknown ones, at all thresholds. A larger score means better known, and an input is
 * accepted where its score is at least the threshold. Every figure is NaN where a side is empty or a score is NaN, as then there
 * is no order.
 *
 * @param known   scores of inputs of known classes
 * @param unknown scores of inputs of no known class
 */
public record Separation(double[] known, double[] unknown) {

    /** Percent of the positives that the false positive rates are asked for. */
    private static final int PERCENT = 95;

    /** Both sides ascending, copies. */
    public Separation {
        known = ascending(known);
        unknown = ascending(unknown);
    }

    private static double[] ascending(double[] scores) {
        double[] copy = scores.clone();
        // Zero and minus zero are one score.
        Arrays.setAll(copy, i -> copy[i] + 0.0);
        Arrays.sort(copy);
        return copy;
    }

    /**
     * A rate and the threshold it belongs to.
     *
     * @param threshold a score
     * @param rate      0 to 1
     */
    public record RateAt(double threshold, double rate) {}

    private boolean hasOrder() {
        // NaN comes last in ascending order.
        return known.length > 0
                && unknown.length > 0
                && !Double.isNaN(known[known.length - 1])
                && !Double.isNaN(unknown[unknown.length - 1]);
    }

    /** The chance that a known input scores above an unknown one, ties counted half. */
    public double auroc() {
        return Roc.auroc(known, unknown);
    }

    /**
     * Average precision with the known inputs as positives: precision summed over the steps of recall, one step for each distinct
     * score, as scikit-learn has it.
     */
    public double averagePrecisionOfKnown() {
        return precision(known, unknown, true);
    }

    /** {@link #averagePrecisionOfKnown} with the unknown inputs as positives, found by low scores. */
    public double averagePrecisionOfUnknown() {
        return precision(negated(unknown), negated(known), true);
    }

    /**
     * Area under precision over recall by trapezoids, closed with the point (recall 0, precision 1), the known inputs as positives,
     * as OpenOOD reports it. With many equal scores it is up to several points above the average precision.
     */
    public double trapezoidAuprOfKnown() {
        return precision(known, unknown, false);
    }

    /** {@link #trapezoidAuprOfKnown} with the unknown inputs as positives, found by low scores. */
    public double trapezoidAuprOfUnknown() {
        return precision(negated(unknown), negated(known), false);
    }

    private static double[] negated(double[] ascending) {
        double[] negated = new double[ascending.length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = 0.0 - ascending[ascending.length - 1 - i];
        }
        return negated;
    }

    private double precision(double[] positives, double[] negatives, boolean steps) {
        if (!hasOrder()) {
            return Double.NaN;
        }
        double area = 0;
        double recall = 0;
        double precision = 1;
        int above = positives.length;
        int below = negatives.length;
        while (above > 0 || below > 0) {
            double threshold = Math.max(
                    above > 0 ? positives[above - 1] : Double.NEGATIVE_INFINITY,
                    below > 0 ? negatives[below - 1] : Double.NEGATIVE_INFINITY);
            above = firstAtLeast(positives, above, threshold);
            below = firstAtLeast(negatives, below, threshold);
            int found = positives.length - above;
            int mistaken = negatives.length - below;
            double nextRecall = (double) found / positives.length;
            double nextPrecision = (double) found / (found + mistaken);
            area += (nextRecall - recall) * (steps ? nextPrecision : (precision + nextPrecision) / 2);
            recall = nextRecall;
            precision = nextPrecision;
        }
        return area;
    }

    /** Where the scores of at least a threshold begin, looking down from a place above which all are. */
    private static int firstAtLeast(double[] ascending, int from, double threshold) {
        int at = from;
        while (at > 0 && ascending[at - 1] >= threshold) {
            at--;
        }
        return at;
    }

    /**
     * FPR at 95 % TPR with the known inputs as positives, as most papers have it: the share of unknown inputs that are accepted at
     * the largest threshold that accepts 95 % of the known ones.
     */
    public RateAt unknownAcceptedWhere95PercentOfKnownAre() {
        if (!hasOrder()) {
            return new RateAt(Double.NaN, Double.NaN);
        }
        double threshold = known[known.length - needed(known.length)];
        int below = firstAtLeast(unknown, unknown.length, threshold);
        return new RateAt(threshold, (double) (unknown.length - below) / unknown.length);
    }

    /**
     * FPR at 95 % TPR with the unknown inputs as positives, as OpenOOD and pytorch-ood have it: the share of known inputs that score
     * at most the smallest threshold that 95 % of the unknown ones do not exceed. It is another number.
     */
    public RateAt knownRefusedWhere95PercentOfUnknownAre() {
        if (!hasOrder()) {
            return new RateAt(Double.NaN, Double.NaN);
        }
        double threshold = unknown[needed(unknown.length) - 1];
        int refused = 0;
        while (refused < known.length && known[refused] <= threshold) {
            refused++;
        }
        return new RateAt(threshold, (double) refused / known.length);
    }

    /** The least number that is at least 95 % of so many. */
    private static int needed(int count) {
        return (int) (((long) PERCENT * count + 99) / 100);
    }
}
