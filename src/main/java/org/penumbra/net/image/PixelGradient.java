package org.penumbra.net.image;

import org.penumbra.net.InputGradient;
import org.penumbra.net.InputObjective;

/**
 * The gradient at the pixels of an objective that depends on a network's logits, reconstruction error and code, for a batch of
 * images. Neither it nor the network may be used by another thread meanwhile.
 */
public interface PixelGradient extends AutoCloseable {

    /**
     * Logits, errors and gradients of some images.
     *
     * @param images    count x 784, each row by row, 0 (background) to 1 (ink)
     * @param count     at least 0
     * @param objective what is to be lowered
     */
    InputGradient of(float[] images, int count, InputObjective objective);

    /** Frees what it holds; it can't be used afterwards. */
    @Override
    void close();
}
