package org.penumbra.data.image;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.penumbra.data.Seeds;

/**
 * Images of nothing: every pixel is drawn on its own, one of 256 levels, evenly from 0 (background) to 1 (ink). All carry
 * the label 0, which means nothing.
 *
 * @param count how many, at least 0
 * @param side  pixels an image is high and wide, at least 1
 * @param seed  the same seed draws the same images
 */
public record NoiseImages(int count, int side, long seed) {

    public NoiseImages {
        if (count < 0 || side < 1) {
            throw new IllegalArgumentException("noise: expected at least 0 images of at least 1 x 1 pixels, but got "
                    + count + " of " + side + " x " + side);
        }
    }

    /** Draws them. */
    public ImageSet make() {
        byte[] pixels = new byte[Math.multiplyExact(count, side * side)];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(new Seeds(seed).data());
        random.nextBytes(pixels);
        return new ImageSet(side, side, pixels, new byte[count]);
    }
}
