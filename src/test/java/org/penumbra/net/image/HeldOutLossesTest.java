package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.StepLosses;

/** What is measured on held-out images is what training minimises. */
class HeldOutLossesTest {

    private static final ImageSet IMAGES = new BuiltInDigits(150, 10, 6).make().training();

    private static ImageSettings settings(ImageArchitecture architecture) {
        return new ImageSettings(architecture, 10, architecture == ImageArchitecture.COOL ? 4 : 1);
    }

    @Test
    void theyAreTheLossesOfAStepOverTheSameImages() {
        ImageTrainingSettings whole =
                new ImageTrainingSettings(9, 1e-3, LearningRateSchedule.CONSTANT, 0, 0, 3, 0, 150, 5, 0);
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            try (ImageTraining training = new ImageTraining(settings(architecture), whole, IMAGES, 2)) {
                for (int step = 0; step < 3; step++) {
                    HeldOutLosses losses = HeldOutLosses.of(training.network(), IMAGES);
                    StepLosses expected = training.step();
                    assertEquals(expected.classification(), losses.crossEntropy(), 1e-6, architecture.toString());
                    if (architecture.reconstructs()) {
                        assertEquals(expected.reconstruction(), losses.reconstruction(), 1e-7, architecture.toString());
                        assertEquals(expected.total(3), losses.total(3), 1e-6, architecture.toString());
                    } else {
                        assertTrue(Double.isNaN(losses.reconstruction()));
                        assertEquals(losses.crossEntropy(), losses.total(3));
                    }
                }
            }
        }
    }

    @Test
    void anExamInSlicesGivesTheAnswersOfAllAtOnce() {
        try (ImageNetwork network = new ImageNetwork(settings(ImageArchitecture.DAE_ASYM))) {
            network.initialise(2);
            ImageExam exam = new ImageExam(network, IMAGES);
            exam.next(64);
            assertEquals(64, exam.asked());
            assertFalse(exam.isDone());
            while (!exam.isDone()) {
                exam.next(43);
            }
            ImageAnswers whole = ImageAnswers.of(network, IMAGES);
            assertArrayEquals(whole.scores(), exam.answers().scores(), 1e-6f);
            assertArrayEquals(whole.errors(), exam.answers().errors(), 1e-5f);
            assertArrayEquals(whole.labels(), exam.answers().labels());
            assertEquals(whole.accuracy(), exam.losses().accuracy());
            exam.next(10);
            assertEquals(150, exam.asked());
        }
    }

    @Test
    void imagesOfNoClassHaveAnswersButNoCrossEntropy() {
        byte[] labels = {0, 11};
        ImageSet strange = new ImageSet(28, 28, new byte[2 * 784], labels);
        try (ImageNetwork network = new ImageNetwork(settings(ImageArchitecture.DAE_SYM))) {
            network.initialise(2);
            ImageExam exam = new ImageExam(network, strange);
            exam.finish();
            assertTrue(Double.isNaN(exam.losses().crossEntropy()));
            assertTrue(exam.answers().errors()[1] > 0);
        }
    }

    @Test
    void noImagesHaveNoLosses() {
        try (ImageNetwork network = new ImageNetwork(settings(ImageArchitecture.CNN))) {
            HeldOutLosses losses = HeldOutLosses.of(network, IMAGES.part(0, 0));
            assertTrue(Double.isNaN(losses.crossEntropy()) && Double.isNaN(losses.accuracy()), losses.toString());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ImageExam(network, new ImageSet(14, 14, new byte[196], new byte[1])));
        }
    }
}
