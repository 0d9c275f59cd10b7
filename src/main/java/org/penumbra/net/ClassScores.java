package org.penumbra.net;

/**
 * From logits to class scores, and their losses. With one unit a class it is the softmax; with omega units a class it is
 * COOL: one softmax over all units, a target of 1/omega on each unit of the true class, and the product of
 * (omega * unit) over a class's units as its score (Kardan and Stanley, "Mitigating Fooling with Competitive Overcomplete
 * Output Layer Neural Networks", 2017).
 */
public final class ClassScores {

    /** Largest size of a logit. Beyond it doubles are too coarse for what softmax takes from the differences. */
    public static final double MOST_LOGIT = 1e12;

    private final int classes;
    private final int omega;

    /**
     * @param classes k, at least 1
     * @param omega   units a class, at least 1
     */
    public ClassScores(int classes, int omega) {
        this.classes = classes;
        this.omega = omega;
    }

    /**
     * Sees that scores can be computed from a row of logits.
     *
     * @throws OverflowException when one of them is no finite number or larger than {@link #MOST_LOGIT}
     */
    public void requireSound(float[] logits, int from) {
        for (int unit = from; unit < from + classes * omega; unit++) {
            if (!(Math.abs(logits[unit]) <= MOST_LOGIT)) {
                throw OverflowException.ofLogit(logits[unit]);
            }
        }
    }

    /** The scores of one row of logits, into {@code scores} from {@code to} on. */
    public void scores(float[] logits, int from, float[] scores, int to) {
        double normaliser = logSum(logits, from);
        for (int k = 0; k < classes; k++) {
            double sum = 0;
            for (int j = 0; j < omega; j++) {
                sum += logits[from + k * omega + j] - normaliser;
            }
            scores[to + k] = (float) Math.exp(sum + omega * Math.log(omega));
        }
    }

    /**
     * The cross-entropy of one row with its target, nats.
     *
     * @param gradient receives its derivative at the logits times {@code scale}, at the same indices
     */
    public double loss(float[] logits, int from, int label, float scale, float[] gradient) {
        double normaliser = logSum(logits, from);
        double loss = 0;
        for (int unit = 0; unit < classes * omega; unit++) {
            double log = logits[from + unit] - normaliser;
            double target = unit / omega == label ? 1.0 / omega : 0;
            loss -= target * log;
            gradient[from + unit] = (float) (scale * (Math.exp(log) - target));
        }
        return loss;
    }

    /**
     * The cross-entropy of one row with a target that says nothing, every unit alike, nats; least where the row is alike.
     *
     * @param gradient receives its derivative at the logits times {@code scale}, at the same indices
     */
    public double doubtLoss(float[] logits, int from, float scale, float[] gradient) {
        int units = classes * omega;
        double normaliser = logSum(logits, from);
        double loss = 0;
        for (int unit = from; unit < from + units; unit++) {
            double log = logits[unit] - normaliser;
            loss -= log / units;
            gradient[unit] = (float) (scale * (Math.exp(log) - 1.0 / units));
        }
        return loss;
    }

    /** The cross-entropy of one row with its target, nats, for who does not train. */
    public double loss(float[] logits, int from, int label) {
        double normaliser = logSum(logits, from);
        double sum = 0;
        for (int unit = label * omega; unit < (label + 1) * omega; unit++) {
            sum += normaliser - logits[from + unit];
        }
        return sum / omega;
    }

    /**
     * The logarithm of a class's score, which says something also where the score itself is too small for a number; at
     * most {@code omega * ln(omega)}, as a score of COOL may be above 1.
     *
     * @param logits read only
     * @param from   where the row starts
     */
    public double logScore(float[] logits, int from, int k) {
        double sum = omega * (Math.log(omega) - logSum(logits, from));
        for (int j = 0; j < omega; j++) {
            sum += logits[from + k * omega + j];
        }
        return sum;
    }

    /**
     * The logarithms of the scores of all classes: {@link #logScore} of each.
     *
     * @param logits read only
     * @param from   where the row starts
     * @param to     where the first of k numbers goes
     */
    public void logScores(float[] logits, int from, double[] logScores, int to) {
        double shared = omega * (Math.log(omega) - logSum(logits, from));
        for (int k = 0; k < classes; k++) {
            double sum = shared;
            for (int j = 0; j < omega; j++) {
                sum += logits[from + k * omega + j];
            }
            logScores[to + k] = sum;
        }
    }

    /**
     * The logarithm of the highest score of a row with one unit a class, {@code -ln(1 + sum exp(v_c - v_best))}: it tells rows
     * apart also where the score is as good as 1 and {@link #logScore} is 0.
     *
     * @param logits read only
     * @param from   where the row starts
     */
    public double logHighest(float[] logits, int from) {
        int best = from;
        for (int unit = from + 1; unit < from + classes; unit++) {
            best = logits[unit] > logits[best] ? unit : best;
        }
        double others = 0;
        for (int unit = from; unit < from + classes; unit++) {
            others += unit == best ? 0 : Math.exp((double) logits[unit] - logits[best]);
        }
        return -Math.log1p(others);
    }

    /**
     * The gradient at the logits of minus {@link #logScore}: {@code omega * softmax} less 1 at the units of the class.
     *
     * @param gradient receives it at the same indices
     */
    public void negativeLogScoreGradient(float[] logits, int from, int k, float[] gradient) {
        loss(logits, from, k, omega, gradient);
    }

    private double logSum(float[] logits, int from) {
        int units = classes * omega;
        double largest = logits[from];
        for (int unit = 1; unit < units; unit++) {
            largest = Math.max(largest, logits[from + unit]);
        }
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            sum += Math.exp(logits[from + unit] - largest);
        }
        return largest + Math.log(sum);
    }
}
