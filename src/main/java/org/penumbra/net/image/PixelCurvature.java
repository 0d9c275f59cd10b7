package org.penumbra.net.image;

/**
 * gamma of images, {@code gamma(x) = 1/D (trace J - D)}, J the 784 x 784 Jacobian dr/dx and D = 784. Neither it nor the network
 * may be used by another thread meanwhile. Source: G. Spigler, Denoising Autoencoders for Overgeneralization in Neural Networks.
 */
public interface PixelCurvature extends AutoCloseable {

    /**
     * gamma of some images, exact up to rounding.
     *
     * @param images count x 784, each row by row, 0 (background) to 1 (ink)
     * @param count  at least 1
     * @return count numbers, no unit; negative near maxima of the data density, NaN when the network's numbers are
     */
    double[] exact(float[] images, int count);

    /**
     * Estimates gamma of some images by the probes {@code first} to {@code first + probes - 1} of a seed: Hutchinson's
     * estimator.
     *
     * @param images count x 784, each row by row, 0 (background) to 1 (ink)
     * @param count  at least 1
     * @param seed   any number
     * @param first  at least 0; where an earlier call for the same images stopped, to go on there
     * @param probes k, at least 1; at least 2 for a standard error
     * @return one estimate an image
     */
    GammaEstimate[] estimate(float[] images, int count, long seed, int first, int probes);

    /** Frees what it holds; it can't be used afterwards. */
    @Override
    void close();
}
