package org.penumbra.fitting;

import org.penumbra.data.GaussianNoise;
import org.penumbra.data.Range;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitWatcher;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageSettings;

/**
 * How an autoencoder is asked that learnt to undo strong corruption. It never saw a clean image, and what it makes of one need
 * not look like it. So it is shown several corrupted copies, as it was in training, and its answers are averaged:
 * {@code rm(x) = 1/n * sum_j r(x + sigma noise_j)}, whose error is {@code ||rm(x) - x||}. The averaging takes away what is due
 * to the noise of a single copy. With sigma 0 it is the reconstruction of the image itself.
 *
 * <p>It is ours. That a denoiser's reconstruction tells about the density of data blurred by its corruption is Vincent's, "A
 * Connection Between Score Matching and Denoising Autoencoders", Neural Computation 2011.
 *
 * @param sigma  standard deviation of the noise of each pixel, 0 to 10
 * @param copies n, at least 1
 * @param seed   of the noise; an image's depends on its place in the set and on nothing else
 */
public record MeanReconstruction(double sigma, int copies, long seed) {

    private static final Range SIGMA = Range.of(0, 10);
    private static final int PIXELS = ImageSettings.PIXELS;
    /** Images asked about at once, which bounds the memory. */
    private static final int CHUNK = 250;

    public MeanReconstruction {
        SIGMA.require("sigma", sigma);
        if (copies < 1) {
            throw new IllegalArgumentException("copies: expected at least 1, but got " + copies);
        }
    }

    /**
     * The errors of a set of images, in its order: n numbers of at least 0, units of a pixel.
     *
     * @param network with a decoder
     * @param watcher is told how far it has come after every 250 images
     * @throws org.penumbra.detector.FitStopped when the watcher ends it
     */
    public float[] errors(ImageClassifier network, ImageSet images, FitWatcher watcher) {
        if (!network.shape().reconstructs()) {
            throw new IllegalArgumentException(
                    "mean reconstruction: expected a network with a decoder, but this one has none");
        }
        int count = images.count();
        float[] errors = new float[count];
        for (int from = 0; from < count; from += CHUNK) {
            watcher.at((double) from / count);
            int rows = Math.min(CHUNK, count - from);
            float[] clean = new float[rows * PIXELS];
            for (int row = 0; row < rows; row++) {
                images.copyTo(from + row, clean, row * PIXELS);
            }
            double[] mean = mean(network, clean, from, rows);
            for (int row = 0; row < rows; row++) {
                errors[from + row] = distance(mean, clean, row * PIXELS);
            }
        }
        watcher.at(1);
        return errors;
    }

    /** @param first place of the first image in its set */
    private double[] mean(ImageClassifier network, float[] clean, int first, int rows) {
        double[] mean = new double[clean.length];
        float[] corrupted = new float[clean.length];
        float[] noise = new float[PIXELS];
        for (int copy = 0; copy < copies; copy++) {
            long stream = Seeds.item(new Seeds(seed).noise(), copy);
            for (int row = 0; row < rows; row++) {
                new GaussianNoise(Seeds.item(stream, first + row)).fill(noise, PIXELS, sigma);
                for (int i = 0; i < PIXELS; i++) {
                    corrupted[row * PIXELS + i] = clean[row * PIXELS + i] + noise[i];
                }
            }
            float[] reconstructed = network.respond(corrupted, rows).reconstructions();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (double) reconstructed[i] / copies;
            }
        }
        return mean;
    }

    private static float distance(double[] mean, float[] clean, int at) {
        double squares = 0;
        for (int i = at; i < at + PIXELS; i++) {
            squares += (mean[i] - clean[i]) * (mean[i] - clean[i]);
        }
        return (float) Math.sqrt(squares);
    }
}
