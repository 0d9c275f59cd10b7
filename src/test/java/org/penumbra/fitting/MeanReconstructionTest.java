package org.penumbra.fitting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.GaussianNoise;
import org.penumbra.data.Seeds;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;
import org.penumbra.kit.ImageModels;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;

/** An autoencoder that is asked about corrupted copies. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MeanReconstructionTest {

    private static final int PIXELS = 784;
    private static final ImageSet IMAGES = new BuiltInDigits(1, 260, 3).make().test();

    private static ImageNetwork network() {
        return ImageModels.untrained(ImageArchitecture.DAE_ASYM).network();
    }

    private static float[] pixels(ImageSet images) {
        float[] pixels = new float[images.count() * PIXELS];
        for (int i = 0; i < images.count(); i++) {
            images.copyTo(i, pixels, i * PIXELS);
        }
        return pixels;
    }

    @Test
    void withoutNoiseItIsTheReconstructionErrorOfTheImage() {
        ImageSet images = IMAGES.part(0, 5);
        try (ImageNetwork network = network()) {
            float[] plain = network.respond(pixels(images), 5).errors();
            assertArrayEquals(plain, new MeanReconstruction(0, 3, 1).errors(network, images, FitWatcher.NONE), 1e-5f);
        }
    }

    @Test
    void itIsTheErrorOfTheMeanOverTheCopies() {
        ImageSet images = IMAGES.part(0, 3);
        long seed = 11;
        double sigma = 0.8;
        try (ImageNetwork network = network()) {
            float[] clean = pixels(images);
            double[] mean = new double[clean.length];
            for (int copy = 0; copy < 2; copy++) {
                float[] noisy = clean.clone();
                float[] noise = new float[PIXELS];
                for (int i = 0; i < 3; i++) {
                    long own = Seeds.item(Seeds.item(new Seeds(seed).noise(), copy), i);
                    new GaussianNoise(own).fill(noise, PIXELS, sigma);
                    for (int j = 0; j < PIXELS; j++) {
                        noisy[i * PIXELS + j] += noise[j];
                    }
                }
                float[] reconstructed = network.respond(noisy, 3).reconstructions();
                Arrays.setAll(mean, i -> mean[i] + reconstructed[i] / 2.0);
            }
            float[] errors = new MeanReconstruction(sigma, 2, seed).errors(network, images, FitWatcher.NONE);
            for (int i = 0; i < 3; i++) {
                double squares = 0;
                for (int j = i * PIXELS; j < (i + 1) * PIXELS; j++) {
                    squares += Math.pow(mean[j] - clean[j], 2);
                }
                assertEquals(Math.sqrt(squares), errors[i], 1e-4, "image " + i + ", seed " + seed);
            }
        }
    }

    @Test
    void anImagesNoiseHangsOnItsPlaceAndTheSeedAlone() {
        MeanReconstruction asked = new MeanReconstruction(1, 1, 5);
        try (ImageNetwork network = network()) {
            // More images than are asked about at once.
            float[] all = asked.errors(network, IMAGES, FitWatcher.NONE);
            assertEquals(260, all.length);
            float[] first = asked.errors(network, IMAGES.part(0, 7), FitWatcher.NONE);
            assertArrayEquals(Arrays.copyOf(all, 7), first, 1e-5f);
            float[] others = new MeanReconstruction(1, 1, 6).errors(network, IMAGES.part(0, 7), FitWatcher.NONE);
            assertTrue(Math.abs(others[0] - first[0]) > 1e-5, "another seed, other noise");
        }
    }

    @Test
    void itTellsHowFarItIsAndCanBeEnded() {
        try (ImageNetwork network = network()) {
            double[] last = {0};
            new MeanReconstruction(1, 1, 5).errors(network, IMAGES, share -> {
                assertTrue(share >= last[0]);
                last[0] = share;
                return true;
            });
            assertEquals(1, last[0]);
            assertThrows(
                    FitStopped.class,
                    () -> new MeanReconstruction(1, 1, 5).errors(network, IMAGES, share -> share == 0));
        }
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThrows(SettingProblem.class, () -> new MeanReconstruction(-1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> new MeanReconstruction(1, 0, 5));
        try (ImageNetwork network = ImageModels.untrained(ImageArchitecture.CNN).network()) {
            IllegalArgumentException blind = assertThrows(
                    IllegalArgumentException.class,
                    () -> new MeanReconstruction(1, 1, 5).errors(network, IMAGES, FitWatcher.NONE));
            assertTrue(blind.getMessage().contains("expected a network with a decoder"), blind.getMessage());
        }
    }
}
