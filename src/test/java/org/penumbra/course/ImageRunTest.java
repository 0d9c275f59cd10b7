package org.penumbra.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.WeightType;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.net.image.HeldOutLosses;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageExam;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/** Runs that nobody watches. */
@Timeout(240)
class ImageRunTest {

    private static final ImageData DIGITS = new BuiltInDigits(150, 20, 3).make();
    private static final int LANES = 2;
    private static final HeldOutLosses NO_NUMBERS = new HeldOutLosses(Double.NaN, Double.NaN, Double.NaN);

    /** 120 images to learn from, 30 held out: an epoch is 7.5 steps. */
    private static ImagePlan plan(ImageArchitecture architecture, double learningRate, int epochs, int patience) {
        return plan(architecture, learningRate, epochs, patience, 30);
    }

    private static ImagePlan plan(
            ImageArchitecture architecture, double learningRate, int epochs, int patience, int heldOut) {
        return new ImagePlan(
                new ImageSettings(architecture, 10, 1),
                new ImageTrainingSettings(
                        5, learningRate, LearningRateSchedule.CONSTANT, 0.1, 0.2, 2, 0.2, 16, epochs, heldOut),
                DIGITS,
                patience);
    }

    /** So fast that the loss soon hops about rather than falls. */
    private static ImagePlan restless(int patience) {
        return plan(ImageArchitecture.CNN, 0.03, 200, patience);
    }

    private static void finish(ImageRun run) {
        while (!run.isOver()) {
            run.step();
            if (run.isValidationDue()) {
                run.validate();
            }
        }
    }

    @Test
    void theHeldOutImagesAreTheLastAndNotTrainedOn() {
        ImagePlan plan = plan(ImageArchitecture.CNN, 1e-3, 1, 0);
        assertEquals(120, plan.images().count());
        assertEquals(30, plan.heldOut().count());
        assertArrayEquals(DIGITS.training().image(119), plan.images().image(119));
        for (int i = 0; i < 30; i++) {
            assertArrayEquals(DIGITS.training().image(120 + i), plan.heldOut().image(i));
            assertEquals(DIGITS.training().label(120 + i), plan.heldOut().label(i));
        }
    }

    @Test
    void aPlanThatCannotBeCarriedOutIsRefused() {
        assertRefused(
                "held out: expected fewer images than the 150", () -> plan(ImageArchitecture.CNN, 1e-3, 1, 0, 150));
        assertRefused("patience: expected 0 to 10000 epochs", () -> plan(ImageArchitecture.CNN, 1e-3, 1, -1));
        assertRefused(
                "classes: expected 10",
                () -> new ImagePlan(
                        new ImageSettings(ImageArchitecture.CNN, 9, 1),
                        restless(0).training(),
                        DIGITS,
                        0));
        assertRefused(
                "patience: expected images that are held out",
                () -> new ImageRun(plan(ImageArchitecture.CNN, 1e-3, 1, 2, 0), LANES, 1));
    }

    private static void assertRefused(String message, Runnable plan) {
        String found = assertThrows(IllegalArgumentException.class, plan::run).getMessage();
        assertTrue(found.startsWith(message), found);
    }

    @Test
    void itTrainsAsATrainingDoesThatNobodyStops() {
        ImagePlan plan = plan(ImageArchitecture.DAE_SYM, 1e-3, 2, 5);
        try (ImageRun run = new ImageRun(plan, LANES, 1);
                ImageTraining bare = new ImageTraining(plan.network(), plan.training(), plan.images(), LANES)) {
            finish(run);
            while (bare.steps() < bare.totalSteps()) {
                bare.step();
            }
            assertTrue(run.allStepsTaken() && !run.endedEarly());
            assertEquals(15, run.steps());
            assertArrayEquals(bare.network().parameters(), run.network().parameters());
        }
    }

    @Test
    void validationsAreDueByEpochsAndAtTheEnd() {
        assertEquals(List.of(8L, 15L, 23L), dueAt(1));
        assertEquals(List.of(15L, 23L), dueAt(2));
        assertEquals(List.of(23L), dueAt(7));
    }

    private static List<Long> dueAt(long validationEvery) {
        List<Long> due = new ArrayList<>();
        try (ImageRun run = new ImageRun(plan(ImageArchitecture.CNN, 1e-3, 3, 0), LANES, validationEvery)) {
            while (!run.isOver()) {
                run.step();
                if (run.isValidationDue()) {
                    due.add(run.steps());
                    run.validated(NO_NUMBERS);
                    assertFalse(run.isValidationDue());
                }
            }
        }
        return due;
    }

    @Test
    void aLossThatNoLongerFallsEndsItWithTheBestWeights() {
        try (ImageRun run = new ImageRun(restless(2), LANES, 1)) {
            double least = Double.POSITIVE_INFINITY;
            long leastStep = 0;
            float[] leastParameters = {};
            while (!run.isOver()) {
                run.step();
                if (run.isValidationDue()) {
                    float[] now = run.network().parameters();
                    long step = run.steps();
                    double loss = run.validate().total(2);
                    if (loss < least) {
                        least = loss;
                        leastStep = step;
                        leastParameters = now;
                    }
                }
            }
            assertTrue(run.endedEarly() && run.steps() < run.totalSteps(), "step " + run.steps());
            assertEquals(least, run.best().orElseThrow().loss());
            assertEquals(2, (long) run.epochs() - run.best().orElseThrow().epoch());
            assertArrayEquals(leastParameters, run.network().parameters());
            ImageResult result = run.result(UnaryOperator.identity());
            assertEquals(leastStep, result.steps());
            assertArrayEquals(leastParameters, result.parameters());
            assertFalse(Arrays.equals(leastParameters, run.snapshot().parameters()), "a snapshot is of the last step");
            assertEquals(run.steps(), run.snapshot().steps());
            assertThrows(IllegalStateException.class, run::step);
        }
    }

    @Test
    void lossesThatAreNoNumbersEndItWithTheWeightsOfNow() {
        try (ImageRun run = new ImageRun(restless(2), LANES, 1)) {
            while (!run.isOver()) {
                run.step();
                if (run.isValidationDue()) {
                    run.validated(NO_NUMBERS);
                }
            }
            assertEquals(15, run.steps());
            assertTrue(run.endedEarly() && run.best().isEmpty());
            assertEquals(15, run.result(UnaryOperator.identity()).steps());
            assertArrayEquals(run.snapshot().parameters(), run.network().parameters());
        }
    }

    @Test
    void atTheLastStepTheRunIsDoneAndNotEndedEarly() {
        try (ImageRun run = new ImageRun(plan(ImageArchitecture.CNN, 1e-3, 2, 2), LANES, 1)) {
            while (!run.isOver()) {
                run.step();
                if (run.isValidationDue()) {
                    run.validated(NO_NUMBERS);
                }
            }
            assertTrue(run.allStepsTaken() && !run.endedEarly());
        }
    }

    /** Interrupted in the middle of an epoch, at an epoch's end, and while it waits for a lower loss. */
    @Test
    void anInterruptedRunWithPatienceEndsAsTheUnbrokenOneBitForBit() {
        ImagePlan plan = restless(2);
        try (ImageRun whole = new ImageRun(plan, LANES, 1)) {
            finish(whole);
            ImageResult expected = whole.result(UnaryOperator.identity());
            long best = whole.best().orElseThrow().step();
            for (long at : new long[] {3, best, whole.steps() - 4}) {
                ImageSnapshot kept = interrupted(plan, at);
                try (ImageRun second = new ImageRun(plan, LANES, 1)) {
                    second.resume(kept);
                    finish(second);
                    assertEquals(whole.steps(), second.steps(), "interrupted at " + at);
                    ImageResult result = second.result(UnaryOperator.identity());
                    assertEquals(expected.steps(), result.steps());
                    assertArrayEquals(expected.parameters(), result.parameters());
                    assertEquals(expected.accuracy(), result.accuracy());
                    assertArrayEquals(
                            whole.snapshot().parameters(), second.snapshot().parameters());
                    assertArrayEquals(whole.snapshot().mean(), second.snapshot().mean());
                    assertArrayEquals(
                            whole.snapshot().variance(), second.snapshot().variance());
                }
            }
        }
    }

    private static ImageSnapshot interrupted(ImagePlan plan, long at) {
        try (ImageRun run = new ImageRun(plan, LANES, 1)) {
            while (run.steps() < at) {
                run.step();
                if (run.isValidationDue()) {
                    run.validate();
                }
            }
            return run.snapshot();
        }
    }

    @Test
    void aSnapshotOfOtherLanesIsRefused() {
        ImageSnapshot kept = interrupted(restless(3), 2);
        try (ImageRun other = new ImageRun(restless(3), LANES + 1, 1)) {
            assertRefused("lanes: expected the 2 of the snapshot", () -> other.resume(kept));
        }
    }

    @Test
    void figuresAreThoseOfTheWeightsAsAFileHasThem() {
        ImagePlan plan = plan(ImageArchitecture.DAE_ASYM, 2e-3, 2, 0);
        try (ImageRun run = new ImageRun(plan, LANES, 1);
                ImageNetwork read = new ImageNetwork(plan.network())) {
            finish(run);
            float[] before = run.network().parameters();
            ImageResult exact = run.result(WeightType.FLOAT32::rounded);
            ImageResult half = run.result(WeightType.FLOAT16::rounded);
            assertArrayEquals(before, run.network().parameters(), "the run keeps its weights");
            assertArrayEquals(before, exact.parameters());
            assertArrayEquals(WeightType.FLOAT16.rounded(before), half.parameters());
            read.setParameters(half.parameters());
            ImageAnswers answers = ImageAnswers.of(read, plan.heldOut());
            assertArrayEquals(ImageMetrics.quantiles(answers.errors(), ImageModel.QUANTILES), half.heldOutErrors());
            assertEquals(answers.accuracy(), half.accuracy());
            assertFalse(Arrays.equals(exact.heldOutErrors(), half.heldOutErrors()), "rounding moves the errors");
            // Products of fewer rows are added up in another order.
            assertArrayEquals(exact.heldOutErrors(), inSlices(run).heldOutErrors(), 1e-4f);
            assertArrayEquals(before, inSlices(run).parameters());
        }
    }

    private static ImageResult inSlices(ImageRun run) {
        ImageExam exam = run.exam();
        for (int slice = 0; slice < 3; slice++) {
            assertFalse(exam.isDone());
            exam.next(10);
        }
        assertTrue(exam.isDone());
        return run.result(exam.answers());
    }

    @Test
    void withoutHeldOutImagesThereAreWeightsAndNoFigures() {
        try (ImageRun run = new ImageRun(plan(ImageArchitecture.DAE_SYM, 1e-3, 1, 0, 0), LANES, 1)) {
            finish(run);
            ImageResult result = run.result(WeightType.FLOAT16::rounded);
            assertEquals(0, result.heldOutErrors().length);
            assertTrue(Double.isNaN(result.accuracy()));
            assertEquals(10, result.steps());
        }
    }
}
