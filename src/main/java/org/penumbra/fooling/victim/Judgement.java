package org.penumbra.fooling.victim;

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
 */
public record Judgement(
        int count,
        double[] logScores,
        double[] probabilities,
        double[] confidences,
        double[] errors,
        float[] gradients) {

    /** The score of a row, {@code y~_t} without Gamma. */
    public double score(int row) {
        return Math.exp(logScores[row]);
    }
}
