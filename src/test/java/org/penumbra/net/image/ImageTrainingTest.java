package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Clutter;
import org.penumbra.data.image.ImageData;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.StepLosses;

class ImageTrainingTest {

    private static final ImageSettings CNN = new ImageSettings(ImageArchitecture.CNN, 10, 1);
    private static final ImageSettings DAE = new ImageSettings(ImageArchitecture.DAE_ASYM, 10, 1);

    private static ImageTrainingSettings settings(double learningRate, int epochs) {
        return new ImageTrainingSettings(7, learningRate, LearningRateSchedule.COSINE, 0.1, 0, 5, 0.3, 32, epochs, 0);
    }

    private static ImageTrainingSettings corrupted(double sigma, double clutter) {
        return new ImageTrainingSettings(7, 1e-3, LearningRateSchedule.COSINE, sigma, clutter, 5, 0.3, 32, 10, 0);
    }

    @Test
    void learnsTheBuiltInDigits() {
        ImageData digits = new BuiltInDigits(8_000, 2_000, 1).make();
        try (ImageTraining training = new ImageTraining(CNN, settings(2e-3, 3), digits.training(), 2)) {
            while (training.steps() < training.totalSteps()) {
                training.step();
            }
            double accuracy = ImageAnswers.of(training.network(), digits.test()).accuracy();
            assertTrue(accuracy > 0.95, "accuracy " + accuracy);
        }
    }

    @Test
    void aResumedRunIsTheUnbrokenOneBitForBit() {
        assertResumes(corrupted(0.1, 0));
    }

    @Test
    void aResumedRunAmongClutterIsTheUnbrokenOneBitForBit() {
        assertResumes(corrupted(0.1, 0.5));
        assertResumes(corrupted(0, 0.5));
    }

    private static void assertResumes(ImageTrainingSettings settings) {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        try (ImageTraining whole = new ImageTraining(DAE, settings, digits.training(), 2);
                ImageTraining first = new ImageTraining(DAE, settings, digits.training(), 2);
                ImageTraining second = new ImageTraining(DAE, settings, digits.training(), 2)) {
            for (int step = 0; step < 11; step++) {
                whole.step();
                if (step < 5) {
                    first.step();
                }
            }
            second.resume(5, first.network().parameters(), first.mean(), first.variance());
            while (second.steps() < 11) {
                second.step();
            }
            assertArrayEquals(whole.network().parameters(), second.network().parameters());
        }
    }

    /** Weights and losses after three steps. */
    private static float[] weights(double sigma, double clutter, double[] reconstruction) {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        try (ImageTraining training = new ImageTraining(DAE, corrupted(sigma, clutter), digits.training(), 2)) {
            for (int step = 0; step < reconstruction.length; step++) {
                reconstruction[step] = training.step().reconstruction();
            }
            return training.network().parameters();
        }
    }

    @Test
    void clutterChangesTheRunAlsoWhereThereIsNoNoise() {
        for (double sigma : new double[] {0, 0.1}) {
            float[] without = weights(sigma, 0, new double[3]);
            float[] half = weights(sigma, 0.5, new double[3]);
            float[] all = weights(sigma, 1, new double[3]);
            assertArrayEquals(half, weights(sigma, 0.5, new double[3]));
            assertFalse(Arrays.equals(without, half), "sigma " + sigma);
            assertFalse(Arrays.equals(half, all), "sigma " + sigma);
        }
    }

    @Test
    void whatClutterTellsOfADigitIsTheMeanAndNoClass() {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        try (ImageTraining training = new ImageTraining(DAE, corrupted(0, 1), digits.training(), 2)) {
            double first = training.step().reconstruction();
            StepLosses last = null;
            while (training.steps() < 60) {
                last = training.step();
            }
            String found = "losses " + last + ", reconstruction at first " + first;
            assertTrue(last.reconstruction() < 0.05 * first, found);
            assertEquals(Math.log(10), last.classification(), 0.02, found);
            float[] mean = digits.training().mean();
            float[] clutter = new float[ImageSettings.PIXELS];
            new Clutter(ImageSettings.SIDE).draw(clutter, 0, new SplittableRandom(1));
            ImageResponse answer = training.network().respond(clutter, 1);
            for (float score : answer.scores()) {
                assertEquals(0.1, score, 0.05, found);
            }
            for (int i = 0; i < mean.length; i++) {
                assertEquals(mean[i], answer.reconstructions()[i], 0.2, "pixel " + i);
            }
        }
    }

    @Test
    void countsStepsByEpochs() {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        try (ImageTraining training = new ImageTraining(CNN, settings(1e-3, 3), digits.training(), 1)) {
            assertEquals(19, training.totalSteps());
        }
    }

    @Test
    void aRunawayLossStopsTheRunAndSaysWhatToTry() {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        try (ImageTraining training = new ImageTraining(CNN, settings(900, 3), digits.training(), 2)) {
            DivergenceException error = assertThrows(DivergenceException.class, () -> {
                while (training.steps() < 10) {
                    training.step();
                }
            });
            assertTrue(error.getMessage().contains("learning rate was 900"), error.getMessage());
            assertTrue(error.getMessage().contains("Try a learning rate of 0.001"), error.getMessage());
            Divergence what = error.divergence();
            assertEquals(training.steps() + 1, what.step());
            assertEquals(900, what.learningRate());
            assertFalse(what.loss() <= what.firstLoss(), what::toString);
            for (float value : training.network().parameters()) {
                assertTrue(Float.isFinite(value));
            }
        }
    }
}
