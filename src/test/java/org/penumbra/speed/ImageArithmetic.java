package org.penumbra.speed;

import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageLayout;

/**
 * How many multiplications with addition a network needs for an image, counted from its definition: every layer as it
 * is written down, every output computed once.
 *
 * @param inference from pixels to all answers
 * @param training  that, and the gradients of all weights and of all inputs but the pixels
 */
public record ImageArithmetic(double inference, double training) {

    public static ImageArithmetic of(ImageArchitecture architecture) {
        double kernel = ImageLayout.KERNEL * ImageLayout.KERNEL;
        double first = 24 * 24 * kernel * ImageLayout.CHANNELS1;
        double second = 8 * 8 * kernel * ImageLayout.CHANNELS1 * ImageLayout.CHANNELS2;
        double code = (double) ImageLayout.FEATURES * ImageLayout.CODE;
        double sum = first + second + code + 10 * ImageLayout.CODE;
        if (architecture == ImageArchitecture.DAE_SYM) {
            // Mirrored: a transposed convolution spreads as many products as its convolution gathers.
            sum += code + second + first;
        }
        return new ImageArithmetic(sum, 3 * sum - first);
    }
}
