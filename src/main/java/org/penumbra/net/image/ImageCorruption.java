package org.penumbra.net.image;

import java.util.SplittableRandom;
import org.penumbra.data.image.Clutter;

/**
 * What a training image suffers before the network sees it: a share of them is replaced by clutter, then all get
 * Gaussian noise.
 *
 * @param sigma   standard deviation of the noise of each pixel, at least 0
 * @param clutter share of the images that are replaced, 0 to 1
 */
record ImageCorruption(double sigma, double clutter) {

    private static final Clutter PICTURES = new Clutter(ImageSettings.SIDE);

    /** Whether it changes anything. */
    boolean corrupts() {
        return sigma > 0 || clutter > 0;
    }

    /**
     * Corrupts one image of 28 x 28 pixels.
     *
     * @return whether clutter took its place, so that nothing of it is left to be seen
     *
     * @param clean     images
     * @param corrupted as many, of which one is written; another array than the first
     * @param at        its first pixel, in both
     * @param random    its own stream. Without clutter nothing but the noise draws from it, so that runs from before there
     *                  was clutter stay what they were
     */
    boolean apply(float[] clean, float[] corrupted, int at, SplittableRandom random) {
        boolean replaced = clutter > 0 && random.nextDouble() < clutter;
        if (replaced) {
            PICTURES.draw(corrupted, at, random);
        } else {
            System.arraycopy(clean, at, corrupted, at, ImageSettings.PIXELS);
        }
        float deviation = (float) sigma;
        for (int i = at; i < at + ImageSettings.PIXELS; i++) {
            corrupted[i] += deviation * (float) random.nextGaussian();
        }
        return replaced;
    }
}
