package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.data.BuiltInDigits;
import org.penumbra.data.ImageData;

class ImageTrainingTest {

    private static final ImageSettings CNN = new ImageSettings(ImageArchitecture.CNN, 10, 1);
    private static final ImageSettings DAE = new ImageSettings(ImageArchitecture.DAE_ASYM, 10, 1);

    private static ImageTrainingSettings settings(double learningRate, int epochs) {
        return new ImageTrainingSettings(7, learningRate, LearningRateSchedule.COSINE, 0.1, 5, 0.3, 32, epochs, 0);
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
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        try (ImageTraining whole = new ImageTraining(DAE, settings(1e-3, 3), digits.training(), 2);
             ImageTraining first = new ImageTraining(DAE, settings(1e-3, 3), digits.training(), 2);
             ImageTraining second = new ImageTraining(DAE, settings(1e-3, 3), digits.training(), 2)) {
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
            for (float value : training.network().parameters()) {
                assertTrue(Float.isFinite(value));
            }
        }
    }
}
