package org.penumbra.fooling;

import org.penumbra.confidence.Confidence;
import org.penumbra.net.ClassScores;
import org.penumbra.net.InputObjective;

/**
 * Scaled outputs as an attack sees them: {@code ln y~_t = ln y_t - alpha / D * ||r(x) - x||}, Gamma left out. With
 * alpha 0 it is the score of a plain classifier; with omega units a class {@code y_t} is COOL's product.
 */
final class ScaledScores {

    private static final float[] NONE = {};

    private final ClassScores classes;
    private final int units;
    private final int dimensions;
    private final double alpha;

    /**
     * @param omega units a class
     * @param alpha sensitivity to the reconstruction error, at least 0
     */
    ScaledScores(int classes, int omega, int dimensions, double alpha) {
        this.classes = new ClassScores(classes, omega);
        units = classes * omega;
        this.dimensions = dimensions;
        this.alpha = alpha;
    }

    /** Minus the log-score of each row's target: its slope at the error is {@code alpha / D}. */
    InputObjective objective(int[] targets) {
        return (row, logits, at, error, gradient) -> {
            classes.negativeLogScoreGradient(logits, at, targets[row], gradient);
            return alpha / dimensions;
        };
    }

    Judgement emptyJudgement(int count, float[] gradients) {
        return new Judgement(
                count, new double[count], new double[count], new double[count], new double[count], gradients);
    }

    Judgement emptyJudgement(int count) {
        return emptyJudgement(count, NONE);
    }

    /**
     * Judges some rows.
     *
     * @param logits  of rows {@code from} on
     * @param errors  of rows {@code from} on, or empty
     * @param targets of all rows
     */
    void judge(float[] logits, float[] errors, int[] targets, int from, int count, Judgement judgement) {
        for (int i = 0; i < count; i++) {
            int row = from + i;
            double logProbability = classes.logScore(logits, i * units, targets[row]);
            double error = errors.length == 0 ? 0 : errors[i];
            judgement.probabilities()[row] = Math.exp(logProbability);
            judgement.errors()[row] = error;
            judgement.confidences()[row] = Confidence.withoutCurvature(error, dimensions, alpha);
            judgement.logScores()[row] = logProbability - alpha / dimensions * error;
        }
    }
}
