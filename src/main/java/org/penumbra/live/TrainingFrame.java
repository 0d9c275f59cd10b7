package org.penumbra.live;

import org.penumbra.confidence.TopAnswers;
import org.penumbra.net.ImageResponse;

/**
 * What a training run shows of one moment: immutable, a newer one replaces it.
 *
 * @param generation of the run
 * @param step       steps taken
 * @param confusion  {@code [label][answer]} over some held-out images, counts
 * @param known      answers to the same held-out images
 * @param unknown    answers to images of no class; of no images where the plan has none
 * @param filters    32 x 25, the first layer's 5 x 5 kernels, row by row
 * @param watched    n x 784, some held-out images that stay the same over the run
 * @param response   the answers to them
 */
public record TrainingFrame(int generation, long step, int[][] confusion, TopAnswers known, TopAnswers unknown,
                            float[] filters, float[] watched, ImageResponse response) {
}
