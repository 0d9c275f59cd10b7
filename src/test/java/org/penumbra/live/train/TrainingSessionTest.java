package org.penumbra.live.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.Divergence;
import org.penumbra.net.image.HeldOutLosses;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/** The training engine without a screen. */
@Timeout(240)
class TrainingSessionTest {

    private static final ImageData DIGITS = new BuiltInDigits(500, 60, 3).make();
    private static final ImageSet UNKNOWN = new BuiltInDigits(80, 10, 4).make().training();
    /** 440 images to learn from, 60 held out: an epoch is 13.75 steps. */
    private static final TrainingPlan PLAN = plan(ImageArchitecture.DAE_ASYM, 2e-3, 4, 0);

    private final TrainingSession session = new TrainingSession();

    private static TrainingPlan plan(ImageArchitecture architecture, double learningRate, int epochs, int patience) {
        return new TrainingPlan(
                new ImagePlan(
                        new ImageSettings(architecture, 10, architecture == ImageArchitecture.COOL ? 3 : 1),
                        new ImageTrainingSettings(
                                5, learningRate, LearningRateSchedule.COSINE, 0.1, 0, 2, 0.2, 32, epochs, 60),
                        DIGITS,
                        patience),
                Optional.of(UNKNOWN));
    }

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
        assertEquals(TrainingStatus.State.CLOSED, session.status().state());
    }

    @Test
    void withoutAPlanItIsEmptyAndCommandsDoNothing() throws InterruptedException {
        session.play();
        session.step(3);
        session.stop();
        session.weights();
        session.reset();
        Thread.sleep(100);
        assertEquals(TrainingStatus.State.EMPTY, session.status().state());
        assertEquals(-1, session.status().generation());
        assertNull(session.takeFrame().orElse(null));
        assertThrows(IllegalArgumentException.class, () -> session.step(0));
    }

    @Test
    void aPlanBeginsPausedAndShowsTheUntrainedNetwork() {
        session.begin(PLAN);
        TrainingFrame frame = frameAt(0);
        assertEquals(0, frame.generation());
        assertEquals(TrainingStatus.State.PAUSED, session.status().state());
        assertEquals(55, session.status().totalSteps());
        try (ImageTraining bare = new ImageTraining(
                PLAN.course().network(), PLAN.course().training(), PLAN.course().images(), 2)) {
            ImageAnswers held = ImageAnswers.of(bare.network(), PLAN.course().heldOut());
            assertArrayEquals(held.errors(), frame.known().errors());
            assertArrayEquals(ImageMetrics.confusion(held), frame.confusion());
            assertArrayEquals(
                    ImageAnswers.of(bare.network(), UNKNOWN).errors(),
                    frame.unknown().errors());
            assertEquals(10, frame.response().count());
            assertArrayEquals(
                    bare.network().respond(frame.watched(), 10).reconstructions(),
                    frame.response().reconstructions());
            float[] parameters = bare.network().parameters();
            for (int filter = 0; filter < 32; filter++) {
                assertEquals(parameters[7 * 32 + filter], frame.filters()[filter * 25 + 7], "place 7 of " + filter);
            }
        }
    }

    /** Built-in digits come by turns, so that every fifth of 5000 shows a 0 or a 5. */
    @Test
    void aSampleOfHeldOutDigitsLeavesNoDigitOut() {
        ImageData many = new BuiltInDigits(5100, 60, 3).make();
        TrainingPlan plan = new TrainingPlan(
                new ImagePlan(
                        new ImageSettings(ImageArchitecture.CNN, 10, 1),
                        new ImageTrainingSettings(5, 1e-3, LearningRateSchedule.CONSTANT, 0, 0, 0, 0, 32, 1, 5000),
                        many,
                        0),
                Optional.empty());
        session.begin(plan);
        int[][] confusion = frameAt(0, plan).confusion();
        for (int label = 0; label < 10; label++) {
            assertEquals(
                    100, Arrays.stream(confusion[label]).sum(), "of the 1000 digits asked about, those of " + label);
        }
    }

    @Test
    void theWatchedImagesShowEveryClassAndStayTheSame() {
        session.begin(PLAN);
        float[] watched = frameAt(0).watched();
        for (int label = 0; label < 10; label++) {
            int first = 0;
            while (PLAN.course().heldOut().label(first) != label) {
                first++;
            }
            assertArrayEquals(
                    PLAN.course().heldOut().image(first), Arrays.copyOfRange(watched, label * 784, (label + 1) * 784));
        }
        session.step(3);
        assertArrayEquals(watched, frameAt(3).watched());
    }

    @Test
    void stepsAreThoseOfTheSameRunWithoutAnEngineAndResetReplaysThem() {
        session.begin(PLAN);
        session.step(20);
        TrainingFrame shown = frameAt(20);
        int lanes = ImageTraining.defaultLanes();
        try (ImageTraining bare = new ImageTraining(
                PLAN.course().network(), PLAN.course().training(), PLAN.course().images(), lanes)) {
            for (int i = 0; i < 20; i++) {
                bare.step();
            }
            session.weights();
            assertArrayEquals(
                    bare.network().parameters(),
                    taken(session::takeWeights).result().parameters());
        }
        session.reset();
        TrainingFrame start = frameAt(0);
        assertEquals(1, start.generation());
        session.step(20);
        assertArrayEquals(
                shown.response().reconstructions(), frameAt(20).response().reconstructions());
    }

    @Test
    void aResumedRunIsTheUnbrokenOneBitForBit() {
        session.begin(PLAN);
        session.step(17);
        await(() -> session.status().step() == 17, "17 steps");
        session.snapshot();
        TrainingSnapshot kept = taken(session::takeSnapshot);
        assertEquals(17, kept.run().steps());
        session.step(14);
        TrainingFrame unbroken = frameAt(31);
        session.weights();
        float[] weights = taken(session::takeWeights).result().parameters();
        session.clear();
        await(() -> session.status().state() == TrainingStatus.State.EMPTY, "cleared");
        session.resume(kept);
        assertEquals(17, frameAt(17).step());
        session.step(14);
        assertArrayEquals(
                unbroken.response().reconstructions(), frameAt(31).response().reconstructions());
        session.weights();
        assertArrayEquals(weights, taken(session::takeWeights).result().parameters());
    }

    @Test
    void itPlaysToTheEndAndLeavesMeasuredWeights() {
        session.begin(PLAN);
        session.play();
        await(() -> session.status().state() == TrainingStatus.State.FINISHED, "the end");
        assertEquals(55, session.status().step());
        assertEquals("All 4 epochs are done.", session.status().message());
        TrainedWeights weights = session.takeWeights().orElseThrow();
        assertEquals(55, weights.result().steps());
        try (ImageNetwork network = new ImageNetwork(PLAN.course().network())) {
            network.setParameters(weights.result().parameters());
            ImageAnswers held = ImageAnswers.of(network, PLAN.course().heldOut());
            assertEquals(held.accuracy(), weights.result().accuracy());
            assertArrayEquals(
                    ImageMetrics.quantiles(held.errors(), ImageModel.QUANTILES),
                    weights.result().heldOutErrors());
            List<TrainingPoint> curve = session.takeCurve();
            List<TrainingPoint> epochs =
                    curve.stream().filter(TrainingPoint::validated).toList();
            // 60 held out of 440 + 60: few enough for every second epoch only.
            assertEquals(
                    List.of(28L, 55L), epochs.stream().map(TrainingPoint::step).toList());
            HeldOutLosses losses = HeldOutLosses.of(network, PLAN.course().heldOut());
            TrainingPoint last = epochs.get(1);
            assertEquals(losses.crossEntropy(), last.heldOutCrossEntropy());
            assertEquals(losses.reconstruction(), last.heldOutReconstruction());
            assertEquals(losses.accuracy(), last.heldOutAccuracy());
            assertTrue(last.crossEntropy() < curve.get(0).crossEntropy(), curve.toString());
            for (int i = 1; i < curve.size(); i++) {
                assertTrue(curve.get(i).step() > curve.get(i - 1).step(), curve.toString());
                assertFalse(Double.isNaN(curve.get(i).crossEntropy()));
            }
        }
        session.play();
        session.weights();
        assertSame(weights, taken(session::takeWeights), "a finished run keeps its weights");
        assertEquals(TrainingStatus.State.FINISHED, session.status().state());
    }

    @Test
    void aLossThatNoLongerFallsEndsTheRunWithTheBestWeights() {
        // So fast that it soon hops about rather than falls.
        TrainingPlan fast = plan(ImageArchitecture.CNN, 0.02, 200, 4);
        session.begin(fast);
        session.play();
        await(() -> session.status().state() == TrainingStatus.State.FINISHED, "the end");
        List<TrainingPoint> epochs =
                session.takeCurve().stream().filter(TrainingPoint::validated).toList();
        TrainingPoint best = epochs.get(0);
        for (TrainingPoint point : epochs) {
            best = point.heldOutCrossEntropy() < best.heldOutCrossEntropy() ? point : best;
        }
        TrainingPoint last = epochs.get(epochs.size() - 1);
        assertTrue(last.step() < session.status().totalSteps(), "ended early: " + last);
        assertEquals(4, (long) last.epochs() - (long) best.epochs(), "epochs waited");
        TrainedWeights weights = session.takeWeights().orElseThrow();
        assertEquals(best.step(), weights.result().steps());
        assertEquals(best.heldOutAccuracy(), weights.result().accuracy());
        try (ImageNetwork network = new ImageNetwork(fast.course().network())) {
            network.setParameters(weights.result().parameters());
            assertEquals(
                    best.heldOutCrossEntropy(),
                    HeldOutLosses.of(network, fast.course().heldOut()).crossEntropy());
        }
        String message = session.status().message();
        assertTrue(
                message.contains("not fallen for 4 epochs") && message.contains("epoch " + (long) best.epochs() + ","),
                message);
        session.snapshot();
        TrainingSnapshot kept = taken(session::takeSnapshot);
        assertEquals(last.step(), kept.run().steps());
        assertFalse(
                Arrays.equals(weights.result().parameters(), kept.run().parameters()),
                "a checkpoint is of the last step");
    }

    @Test
    void aResumedRunWithPatienceEndsWhereTheUnbrokenOneDoes() {
        session.begin(plan(ImageArchitecture.CNN, 0.02, 200, 2));
        session.step(40);
        await(() -> session.status().step() == 40, "40 steps");
        session.snapshot();
        TrainingSnapshot kept = taken(session::takeSnapshot);
        assertTrue(kept.run().best().isPresent(), "the best weights so far belong to it");
        TrainedWeights unbroken = played(0);
        session.resume(kept);
        TrainedWeights resumed = played(1);
        assertEquals(unbroken.result().steps(), resumed.result().steps());
        assertArrayEquals(unbroken.result().parameters(), resumed.result().parameters());
        assertEquals(unbroken.result().accuracy(), resumed.result().accuracy());
    }

    private TrainedWeights played(int generation) {
        session.play();
        await(
                () -> session.status().generation() == generation
                        && session.status().state() == TrainingStatus.State.FINISHED,
                "the end of run " + generation);
        assertTrue(
                session.status().message().contains("not fallen for 2 epochs"),
                session.status().message());
        return session.takeWeights().orElseThrow();
    }

    @Test
    void stopEndsItWithTheWeightsOfNow() {
        session.begin(PLAN);
        session.step(9);
        await(() -> session.status().step() == 9, "9 steps");
        session.stop();
        await(() -> session.status().state() == TrainingStatus.State.FINISHED, "the end");
        assertEquals(9, session.takeWeights().orElseThrow().result().steps());
        assertEquals("Stopped at step 9 of 55.", session.status().message());
        assertEquals(9, frameAt(9).step());
    }

    @Test
    void playingTrainsAndPauseHolds() throws InterruptedException {
        session.begin(plan(ImageArchitecture.CNN, 1e-3, 1000, 0));
        session.play();
        await(() -> session.status().step() > 60 && session.status().imagesPerSecond() > 0, "60 steps and their rate");
        TrainingStatus running = session.status();
        assertEquals(
                (running.totalSteps() - running.step()) * 32 / running.imagesPerSecond(),
                running.secondsLeft(),
                1e-6 * running.secondsLeft());
        session.pause();
        await(() -> session.status().state() == TrainingStatus.State.PAUSED, "pause");
        long held = session.status().step();
        assertEquals(0, session.status().imagesPerSecond());
        assertEquals(held, frameAt(held).step());
        Thread.sleep(100);
        assertEquals(held, session.status().step());
        session.step(3);
        await(() -> session.status().step() == held + 3, "three single steps");
    }

    @Test
    void framesComeWhileItTrains() {
        session.begin(plan(ImageArchitecture.DAE_ASYM, 1e-3, 2000, 0));
        frameAt(0);
        session.play();
        List<TrainingFrame> frames = new ArrayList<>();
        await(
                () -> {
                    session.takeFrame().ifPresent(frames::add);
                    return frames.size() >= 4
                            && frames.get(frames.size() - 1).known().errors()
                                    != frames.get(0).known().errors();
                },
                "four frames and a fresh sample");
        for (int i = 1; i < frames.size(); i++) {
            assertTrue(frames.get(i).step() > frames.get(i - 1).step());
        }
        assertTrue(session.status().shownShare() > 0);
    }

    @Test
    void divergenceStopsTheRunWithWhatToTryAndResetWorks() {
        session.begin(plan(ImageArchitecture.CNN, 900, 50, 0));
        session.play();
        await(() -> session.status().state() == TrainingStatus.State.FAILED, "failure");
        Divergence what = session.status().divergence().orElseThrow();
        assertEquals(900, what.learningRate());
        assertEquals(session.status().step() + 1, what.step());
        assertTrue(session.status().message().startsWith("Training diverged at step " + what.step() + ": "));
        session.weights();
        for (float weight : taken(session::takeWeights).result().parameters()) {
            assertTrue(Float.isFinite(weight), "the last good weights are kept");
        }
        session.reset();
        await(
                () -> session.status().generation() == 1 && session.status().state() == TrainingStatus.State.PAUSED,
                "reset");
        assertEquals("", session.status().message());
        assertEquals(Optional.empty(), session.status().divergence());
        session.begin(PLAN);
        session.step(2);
        assertEquals(2, frameAt(2).step());
    }

    @Test
    void aPlanThatCannotBeTrainedFailsOnceWithTheReasonAndAnotherWorks() throws InterruptedException {
        ImageTrainingSettings none =
                new ImageTrainingSettings(5, 1e-3, LearningRateSchedule.CONSTANT, 0, 0, 0, 0, 32, 1, 0);
        session.begin(new TrainingPlan(new ImagePlan(PLAN.course().network(), none, DIGITS, 3), Optional.empty()));
        await(() -> session.status().state() == TrainingStatus.State.FAILED, "failure");
        TrainingStatus failed = session.status();
        assertTrue(failed.message().contains("patience: expected images that are held out"), failed.message());
        Thread.sleep(300);
        assertSame(failed, session.status(), "it rests");
        session.begin(new TrainingPlan(new ImagePlan(PLAN.course().network(), none, DIGITS, 0), Optional.empty()));
        session.play();
        await(() -> session.status().state() == TrainingStatus.State.FINISHED, "the end without held-out images");
        TrainedWeights weights = session.takeWeights().orElseThrow();
        assertEquals(0, weights.result().heldOutErrors().length);
        assertTrue(Double.isNaN(weights.result().accuracy()));
    }

    @Test
    void everyArchitectureIsTrainedAndShown() {
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            session.begin(plan(architecture, 1e-3, 1, 0));
            session.play();
            int generation = architecture.ordinal();
            await(
                    () -> session.status().generation() == generation
                            && session.status().state() == TrainingStatus.State.FINISHED,
                    architecture + " to end");
            TrainingFrame frame = frameAt(14);
            int errors = architecture.reconstructs() ? 60 : 0;
            assertEquals(errors, frame.known().errors().length, architecture.toString());
            assertEquals(60, frame.known().count());
            assertEquals(80, frame.unknown().count());
        }
    }

    private TrainingFrame frameAt(long step) {
        return frameAt(step, PLAN);
    }

    private TrainingFrame frameAt(long step, TrainingPlan plan) {
        TrainingFrame[] taken = new TrainingFrame[1];
        await(
                () -> {
                    taken[0] = session.takeFrame().orElse(taken[0]);
                    return taken[0] != null
                            && taken[0].step() == step
                            && taken[0].generation() == session.status().generation()
                            && taken[0].known().count()
                                    == Math.min(1000, plan.course().heldOut().count());
                },
                "the frame of step " + step);
        assertNotNull(taken[0]);
        return taken[0];
    }

    private static <T> T taken(Supplier<Optional<T>> from) {
        List<T> taken = new ArrayList<>();
        await(
                () -> {
                    from.get().ifPresent(taken::add);
                    return !taken.isEmpty();
                },
                "what was asked for");
        return taken.get(0);
    }
}
