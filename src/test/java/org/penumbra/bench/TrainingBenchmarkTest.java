package org.penumbra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/** That the benchmark measures what it says; how fast anything is is not asserted. */
@Timeout(240)
class TrainingBenchmarkTest {

    private static TrainingPlan plan(double learningRate) {
        ImageData digits = new BuiltInDigits(330, 50, 2).make();
        return new TrainingPlan(
                new ImagePlan(
                        new ImageSettings(ImageArchitecture.CNN, 10, 1),
                        new ImageTrainingSettings(
                                1, learningRate, LearningRateSchedule.CONSTANT, 0, 0, 0, 0, 32, 10_000, 30),
                        digits,
                        0),
                Optional.of(digits.test()));
    }

    @Test
    void bothTrainAndTheWatchedOneIsWatched() throws InterruptedException {
        TrainingBenchmark.Result result = new TrainingBenchmark(plan(1e-5)).measure(2);
        assertTrue(result.imagesPerSecond() > 0 && result.watchedImagesPerSecond() > 0, result.toString());
        assertEquals(result.watchedImagesPerSecond() / result.imagesPerSecond(), result.ratio());
        assertTrue(result.processorRatio() > 0.05 && result.processorRatio() < 20, result.toString());
        assertTrue(result.shownShare() > 0 && result.shownShare() < 1, result.toString());
        assertTrue(result.framesPerSecond() > 0 && result.validations() > 0, result.toString());
    }

    @Test
    void aRunThatFailsSaysWhy() {
        Exception failed = assertThrows(IllegalStateException.class, () -> new TrainingBenchmark(plan(900)).measure(2));
        assertTrue(failed.getMessage().contains("diverged"), failed.getMessage());
    }
}
