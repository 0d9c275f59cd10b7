package org.penumbra.net.image;

import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;

/**
 * The work every engine is given: the same images, in batches of the same size.
 *
 * @param settings the network
 * @param images   to train on
 * @param batches  the same images as numbers, for engines that take them so: each BATCH x 784
 * @param labels   of {@code batches}
 * @param weights  to start with, laid out as {@link ImageLayout} says
 */
record ImageWork(ImageSettings settings, ImageSet images, float[][] batches, int[][] labels, float[] weights) {

    static final int BATCH = 128;
    static final double LEARNING_RATE = 1e-3;
    static final double SIGMA = 0.1;
    static final double LAMBDA = 5;
    static final long SEED = 1;

    private static final int BATCHES = 16;

    static ImageWork of(ImageArchitecture architecture) {
        ImageSet images = new BuiltInDigits(BATCHES * BATCH, 1, SEED).make().training();
        float[][] batches = new float[BATCHES][BATCH * ImageSettings.PIXELS];
        int[][] labels = new int[BATCHES][BATCH];
        for (int i = 0; i < images.count(); i++) {
            images.copyTo(i, batches[i / BATCH], i % BATCH * ImageSettings.PIXELS);
            labels[i / BATCH][i % BATCH] = images.label(i);
        }
        ImageSettings settings = new ImageSettings(architecture, 10, 1);
        return new ImageWork(settings, images, batches, labels, weights(settings));
    }

    private static float[] weights(ImageSettings settings) {
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.initialise(SEED);
            return network.parameters();
        }
    }

    /** Whether images are corrupted, and their reconstruction is part of the loss. */
    boolean corrupts() {
        return settings.architecture().reconstructs();
    }

    /** The first images as numbers, count x 784. */
    float[] first(int count) {
        float[] first = new float[count * ImageSettings.PIXELS];
        for (int i = 0; i < count; i++) {
            images.copyTo(i, first, i * ImageSettings.PIXELS);
        }
        return first;
    }
}
