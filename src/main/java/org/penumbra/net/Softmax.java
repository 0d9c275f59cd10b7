package org.penumbra.net;

/** The softmax of rows of logits, shifted by the largest, so that no exponential overflows. */
public final class Softmax {

    private Softmax() {}

    /**
     * @param logits        rows x classes, from index 0
     * @param probabilities receives the result
     * @param at            where in there the first row goes
     */
    public static void rows(float[] logits, int rows, int classes, float[] probabilities, int at) {
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            float largest = logits[from];
            for (int k = 1; k < classes; k++) {
                largest = Math.max(largest, logits[from + k]);
            }
            double sum = 0;
            int to = at + from;
            for (int k = 0; k < classes; k++) {
                double value = Math.exp(logits[from + k] - largest);
                probabilities[to + k] = (float) value;
                sum += value;
            }
            float scale = (float) (1 / sum);
            for (int k = 0; k < classes; k++) {
                probabilities[to + k] *= scale;
            }
        }
    }
}
