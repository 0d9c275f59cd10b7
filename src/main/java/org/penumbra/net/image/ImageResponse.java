package org.penumbra.net.image;

import org.penumbra.net.Evidence;

/**
 * What an image network says about some images.
 *
 * @param count           how many, n
 * @param classes         k
 * @param logits          n x units, before the softmax
 * @param scores          n x k, y: the softmax; for COOL the product over a class's units of (omega * unit), which
 *                        unlike probabilities does not sum to 1
 * @param reconstructions n x 784, r(x), or empty without a decoder
 * @param errors          n, ||r(x) - x||, or empty without a decoder
 */
public record ImageResponse(
        int count, int classes, float[] logits, float[] scores, float[] reconstructions, float[] errors) {

    /** The class with the highest score. */
    public int answer(int row) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (scores[row * classes + k] > scores[row * classes + best]) {
                best = k;
            }
        }
        return best;
    }

    /** Logits, scores and errors as evidence. */
    public Evidence evidence() {
        return Evidence.of(count, ImageSettings.PIXELS, classes)
                .withOutputs(logits, scores)
                .withErrors(errors);
    }
}
