package org.penumbra.fooling.victim;

import org.penumbra.detector.Opinion;

/**
 * What a victim says of some inputs, each seen from its target class t.
 *
 * @param count         n
 * @param logScores     n, {@code ln y~_t}, nats: the logarithm of {@code y_t * c~}; it says something also where the
 *                      score itself is too small for a number
 * @param probabilities n, {@code y_t}; for COOL the product over the class's units
 * @param confidences   n, {@code c~} without Gamma, in [0, 1]; 1 without a decoder
 * @param errors        n, {@code ||r(x) - x||_2}; NaN without a decoder
 * @param gradients     n x D, the gradient at the inputs of {@code -ln y~_t}, or empty when it was not asked for
 * @param answers       n, 1 where t is the class with the highest score, else 0; empty where the victim's threshold is held
 *                      against the score, so that nobody asks
 * @param acceptances   n, in [0, 1], as a detector has them; empty like the answers
 * @param rankings      n, larger for what is better known, without saturating; empty like the answers
 */
public record Judgement(
        int count,
        double[] logScores,
        double[] probabilities,
        double[] confidences,
        double[] errors,
        float[] gradients,
        byte[] answers,
        double[] acceptances,
        double[] rankings) {

    private static final double[] NONE = {};

    /** Of a victim whose threshold is held against the score. */
    public Judgement(
            int count,
            double[] logScores,
            double[] probabilities,
            double[] confidences,
            double[] errors,
            float[] gradients) {
        this(count, logScores, probabilities, confidences, errors, gradients, new byte[0], NONE, NONE);
    }

    /** Room for what is said of so many inputs. */
    static Judgement empty(int count, float[] gradients, boolean ofScore) {
        int own = ofScore ? 0 : count;
        return new Judgement(
                count,
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                gradients,
                new byte[own],
                new double[own],
                new double[own]);
    }

    /** Takes over how a detector stands to a row's target. */
    void take(int row, Opinion opinion, int of, int target) {
        logScores[row] = opinion.logScore(of, target);
        confidences[row] = opinion.factors()[of];
        if (answers.length > 0) {
            answers[row] = (byte) (opinion.answer(of) == target ? 1 : 0);
            acceptances[row] = opinion.acceptance()[of];
            rankings[row] = opinion.ranking()[of];
        }
    }

    /** Whether the target of a row is the answer, as far as that was asked. */
    public boolean answers(int row) {
        return answers.length > 0 && answers[row] == 1;
    }

    /** What of a row is held against the victim's threshold, without Gamma. */
    public double held(int row, Threshold threshold) {
        return threshold.ofScore() ? score(row) : threshold.held(score(row), answers(row), acceptances[row]);
    }

    /** The score of a row, {@code y~_t} without Gamma. */
    public double score(int row) {
        return Math.exp(logScores[row]);
    }
}
