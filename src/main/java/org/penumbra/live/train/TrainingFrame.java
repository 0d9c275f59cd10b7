package org.penumbra.live.train;

import org.penumbra.confidence.TopAnswers;
import org.penumbra.net.image.ImageResponse;

/**
 * What a training run shows of one moment: immutable, a newer one replaces it. Filters and watched images are those of the
 * step; the samples cost more and may be some seconds older while it trains. They are of different sizes from time to
 * time: at the end of an epoch all held-out images are among the known.
 *
 * @param generation of the run
 * @param step       steps taken
 * @param confusion  {@code [label][answer]} over the known images, counts
 * @param known      answers to some held-out images, evenly spread; none where none are held out
 * @param unknown    answers to images of no class; of no images where the plan has none
 * @param filters    32 x 25, the first layer's 5 x 5 kernels, row by row
 * @param watched    n x 784, some held-out images that stay the same over the run, of every class in turn;
 *                   training images where none are held out
 * @param response   the answers to them
 */
public record TrainingFrame(
        int generation,
        long step,
        int[][] confusion,
        TopAnswers known,
        TopAnswers unknown,
        float[] filters,
        float[] watched,
        ImageResponse response) {}
