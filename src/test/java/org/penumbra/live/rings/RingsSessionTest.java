package org.penumbra.live.rings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.penumbra.kit.Await.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.engine.Speed;
import org.penumbra.net.Divergence;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.net.plane.PlaneTrainingSettings;

/** The engine without a screen. */
@Timeout(180)
class RingsSessionTest {

    private static final Grid GRID = new Grid(PlaneRegion.STANDARD, 40, 40);
    private static final ConfidenceSettings CONFIDENCE = new ConfidenceSettings(20, 2, 0.5);
    private static final PlaneSetup SETUP = new PlaneSetup(
            new Rings(0.6, 0.1, List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1))),
            600,
            new DenseSettings(List.of(16, 16), Activation.RELU),
            new PlaneTrainingSettings(1e-3, 0.15, 10, 64),
            5);

    private final RingsSession session = new RingsSession(SETUP, GRID, CONFIDENCE);

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
        assertEquals(RingsStatus.State.CLOSED, session.status().state());
    }

    @Test
    void itStartsPausedAndShowsTheUntrainedNetwork() {
        RingsFrame frame = nextFrame();
        assertEquals(0, frame.step());
        assertEquals(0, frame.generation());
        assertEquals(GRID, frame.grid());
        assertEquals(600, frame.points().size());
        assertEquals(3, frame.hollows().count());
        assertEquals(RingsStatus.State.PAUSED, session.status().state());
    }

    @Test
    void aFrameShowsWhatTheSameRunGivesWithoutAnEngine() {
        nextFrame();
        session.step(25);
        PlaneResponse shown = frameAt(25).response();
        try (PlaneTraining training = new PlaneTraining(SETUP)) {
            for (int i = 0; i < 25; i++) {
                training.step();
            }
            PlaneResponse expected = training.respond(GRID.points(), GRID.size());
            assertArrayEquals(expected.probabilities(), shown.probabilities());
            assertArrayEquals(expected.error(), shown.error());
            assertArrayEquals(expected.gamma(), shown.gamma());
        }
    }

    @Test
    void resetReplaysTheRun() {
        session.step(40);
        float[] first = frameAt(40).response().error();
        session.reset();
        RingsFrame start = frameAt(0);
        assertEquals(1, start.generation());
        session.step(40);
        assertArrayEquals(first, frameAt(40).response().error());
        session.restart(SETUP.withSeed(6));
        session.step(40);
        await(() -> session.status().generation() == 2 && session.status().step() == 40, "second restart");
        assertFalse(Arrays.equals(first, frameAt(40).response().error()), "another seed is another run");
    }

    @Test
    void whoGivesWayComesToTheSameNetwork() {
        session.step(200);
        float[] alone = frameAt(200).response().error();
        session.reset();
        frameAt(0);
        session.giveWay(GiveWay.PARTLY);
        session.step(100);
        session.giveWay(GiveWay.WHOLLY);
        session.step(100);
        session.giveWay(GiveWay.PARTLY);
        assertArrayEquals(alone, frameAt(200).response().error());
    }

    @Test
    void playingTrainsAndPauseHolds() {
        session.play();
        await(() -> session.status().step() > 200, "200 steps");
        session.pause();
        await(() -> session.status().state() == RingsStatus.State.PAUSED, "pause");
        long held = session.status().step();
        session.step(3);
        await(() -> session.status().step() == held + 3, "three single steps after " + held);
        assertEquals(held + 3, session.status().step());
    }

    @Test
    void noPointOfTheCurvesIsLostAndLossFalls() {
        session.play();
        List<RingsPoint> curve = new ArrayList<>();
        await(
                () -> {
                    session.takeFrame();
                    curve.addAll(session.takeCurve());
                    return curve.size() >= 6;
                },
                "six points of the curves");
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.get(i).step() > curve.get(i - 1).step());
        }
        RingsPoint first = curve.get(0);
        RingsPoint last = curve.get(curve.size() - 1);
        assertTrue(last.reconstructionLoss() < first.reconstructionLoss(), first + " " + last);
        assertTrue(last.aurocWithGamma() > 0.5 && last.aurocWithGamma() <= 1, last.toString());
    }

    @Test
    void zoomingShowsTheSameNetworkElsewhere() {
        nextFrame();
        Grid closer = new Grid(new PlaneRegion(0, 1, 0, 1), 30, 20);
        session.grid(closer);
        RingsFrame frame = nextFrame();
        assertEquals(closer, frame.grid());
        assertEquals(600, frame.response().count());
        assertEquals(0, frame.step());
    }

    @Test
    void divergenceStopsTheRunWithWhatToTryAndResetWorks() {
        nextFrame();
        session.training(SETUP.training().withLearningRate(100));
        session.play();
        await(() -> session.status().state() == RingsStatus.State.FAILED, "failure");
        Divergence what = session.status().divergence().orElseThrow();
        assertEquals(100, what.learningRate());
        assertEquals(session.status().step() + 1, what.step());
        assertTrue(session.status().failure().startsWith("Training diverged at step " + what.step() + ": "));
        session.play();
        session.reset();
        RingsFrame fresh = frameAt(0);
        for (float error : fresh.response().error()) {
            assertTrue(Float.isFinite(error));
        }
        await(() -> session.status().state() == RingsStatus.State.PAUSED, "paused after the reset");
        assertEquals("", session.status().failure());
        assertEquals(Optional.empty(), session.status().divergence());
        session.step(5);
        await(() -> session.status().step() == 5, "steps after the reset");
    }

    @Test
    void aFrameThatCannotBeDrawnFailsOnceAndResetWorks() throws InterruptedException {
        nextFrame();
        Grid huge = new Grid(PlaneRegion.STANDARD, 8192, 8192);
        assumeTrue(Runtime.getRuntime().maxMemory() < 2_400_000_000L, "a larger heap might hold the huge frame");
        session.grid(huge);
        await(() -> session.status().state() == RingsStatus.State.FAILED, "failure");
        assertTrue(
                session.status().failure().contains("Not enough memory"),
                session.status().failure());
        // The engine reports anew each time it fails: it must rest instead of failing again and again.
        RingsStatus failed = session.status();
        Thread.sleep(1500);
        assertSame(failed, session.status());
        session.grid(GRID);
        session.reset();
        assertEquals(GRID, frameAt(0).grid());
        session.step(2);
        assertEquals(2, frameAt(2).step());
    }

    @Test
    void speedIsKept() {
        session.speed(new Speed(50));
        session.play();
        await(() -> session.status().step() >= 5, "first steps");
        long before = session.status().step();
        long start = System.nanoTime();
        await(() -> session.status().step() >= before + 50, "50 steps");
        long taken = session.status().step() - before;
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(taken <= 60 * seconds + 10, taken + " steps in " + seconds + " s at 50 a second");
    }

    @Test
    void aSlowStartTrainsTheSameAndEndsWhereASpeedIsChosen() {
        nextFrame();
        session.slowStart(true);
        session.play();
        await(() -> session.status().step() >= 5, "five steps");
        assertTrue(session.status().slowStart());
        assertTrue(session.status().step() < 200, "at full speed it would be far beyond");
        session.pause();
        await(() -> session.status().state() == RingsStatus.State.PAUSED, "pause");
        int steps = (int) session.status().step();
        float[] shown = frameAt(steps).response().error();
        try (PlaneTraining training = new PlaneTraining(SETUP)) {
            for (int i = 0; i < steps; i++) {
                training.step();
            }
            assertArrayEquals(training.respond(GRID.points(), GRID.size()).error(), shown);
        }
        session.speed(Speed.FASTEST);
        session.play();
        await(() -> session.status().step() > 2000, "full speed");
        assertFalse(session.status().slowStart());
    }

    @Test
    void aRunEndsByItselfAfterItsStepsAndGoesOnWhenItIsPlayed() {
        nextFrame();
        session.stop(new PlaneStop(30, 0));
        session.play();
        await(() -> session.status().ending().isPresent(), "the end");
        assertEquals(
                new RunEnding(30, PlaneStop.Reason.STEPS),
                session.status().ending().get());
        assertEquals(RingsStatus.State.PAUSED, session.status().state());
        assertEquals(30, frameAt(30).step());
        session.play();
        await(() -> session.status().step() > 100, "more steps");
        assertEquals(Optional.empty(), session.status().ending());
        session.reset();
        await(() -> session.status().ending().isPresent(), "it plays on, and ends again");
        assertEquals(30, session.status().step());
    }

    @Test
    void aRunEndsByItselfWhenTheLossNoLongerFalls() {
        nextFrame();
        session.training(SETUP.training().withLearningRate(1e-9));
        session.stop(new PlaneStop(0, 100));
        session.play();
        await(() -> session.status().ending().isPresent(), "the end");
        assertEquals(PlaneStop.Reason.SETTLED, session.status().ending().get().why());
        assertEquals(0, session.status().ending().get().step() % 100);
    }

    @Test
    void onlyTheNewestFrameIsKept() {
        assertNotNull(nextFrame());
        assertNull(session.takeFrame().orElse(null));
    }

    private RingsFrame nextFrame() {
        RingsFrame[] taken = new RingsFrame[1];
        await(
                () -> {
                    taken[0] = session.takeFrame().orElse(null);
                    return taken[0] != null;
                },
                "a frame");
        return taken[0];
    }

    private RingsFrame frameAt(long step) {
        RingsFrame[] taken = new RingsFrame[1];
        await(
                () -> {
                    taken[0] = session.takeFrame().orElse(taken[0]);
                    return taken[0] != null
                            && taken[0].step() == step
                            && session.status().step() == step
                            && taken[0].generation() == session.status().generation();
                },
                "the frame of step " + step);
        return taken[0];
    }
}
