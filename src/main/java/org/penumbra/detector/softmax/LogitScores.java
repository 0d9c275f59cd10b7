package org.penumbra.detector.softmax;

/**
 * Scores of the logits of one input that no temperature changes, larger for what is better known. Nothing is
 * fitted; experiments compare detectors with them.
 */
public final class LogitScores {

    private LogitScores() {}

    /** The largest logit (Hendrycks et al., "Scaling Out-of-Distribution Detection for Real-World Settings", ICML 2022). */
    public static double largest(double[] logits) {
        double largest = logits[0];
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        return largest;
    }

    /** The class of the largest logit, the first of several. */
    public static int best(double[] logits) {
        int best = 0;
        for (int c = 1; c < logits.length; c++) {
            best = logits[c] > logits[best] ? c : best;
        }
        return best;
    }

    /** The largest logit less the second largest, at least 0; infinite for a single class. */
    public static double margin(double[] logits) {
        int best = best(logits);
        double second = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < logits.length; c++) {
            second = c == best ? second : Math.max(second, logits[c]);
        }
        return logits[best] - second;
    }
}
