package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.AnalyticEngine;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.Preset;

class RingsModelTest {

    private static final Preset PAPER = RingsPresets.paper();

    private AnalyticEngine engine;
    private RingsModel model;

    @BeforeEach
    void open() {
        model = new RingsModel(
                PAPER, (setup, grid, confidence) -> engine = new AnalyticEngine(setup, grid, confidence));
    }

    @Test
    void alphaChangesTheConfidenceAndNothingElse() {
        model.settings().alphaProperty().set(7);
        assertEquals(
                new ConfidenceSettings(7, 2, 0.5), model.confidenceProperty().get());
        assertEquals(List.of("confidence 7.0 2.0 0.5"), engine.commands);
    }

    @Test
    void aNumberOutOfRangeIsRefusedAndTheOldOneStays() {
        assertThrows(
                IllegalArgumentException.class,
                () -> model.settings().tauProperty().set(1.5));
        assertThrows(
                IllegalArgumentException.class,
                () -> model.settings().learningRateProperty().set(0));
        assertEquals(0.5, model.settings().tauProperty().get());
        assertEquals(1e-3, model.settings().learningRateProperty().get());
        assertTrue(engine.commands.isEmpty());
    }

    @Test
    void sigmaWhileItTrainsIsToldToTheEngineAndIsNoPartOfTheRun() {
        model.play();
        model.settings().sigmaProperty().set(0.3);
        assertEquals(new PlaneTrainingSettings(1e-3, 0.3, 10, 128), engine.training());
        assertEquals(0.1, model.setupProperty().get().training().sigma());
    }

    @Test
    void resetReplaysTheRunFromItsStartValues() {
        model.play();
        model.settings().sigmaProperty().set(0.3);
        engine.commands.clear();
        model.reset();
        assertEquals("reset", engine.commands.get(0));
        assertEquals(0.1, engine.training().sigma());
        assertEquals(0.1, model.settings().sigmaProperty().get());
        assertEquals(PAPER.setup(), engine.setup());
    }

    @Test
    void valuesSetBeforeTheFirstStepAreStartValuesAndSurviveReset() {
        model.settings().sigmaProperty().set(0.3);
        assertEquals(0.3, model.setupProperty().get().training().sigma());
        model.play();
        model.settings().lambdaProperty().set(1);
        model.reset();
        assertEquals(0.3, engine.training().sigma());
        assertEquals(10, engine.training().lambda());
        assertEquals(0.3, engine.setup().training().sigma());
    }

    @Test
    void anotherSetupRestartsAndMovesTheTrainingToItsStartValues() {
        model.play();
        model.settings().sigmaProperty().set(0.3);
        model.setupProperty().set(PAPER.setup().withSeed(5));
        assertEquals(5, engine.setup().seed());
        assertEquals(0.1, model.settings().sigmaProperty().get());
        assertTrue(model.playingProperty().get());
    }

    @Test
    void newSeedRestartsWithAnotherSeedOnly() {
        model.newSeed();
        assertNotEquals(1, engine.setup().seed());
        assertEquals(PAPER.setup(), engine.setup().withSeed(1));
        assertEquals(List.of("restart"), engine.commands);
    }

    @Test
    void anotherRegionAsksForAnotherGridOfTheSameResolution() {
        PlaneRegion half = new PlaneRegion(0, 1, 0, 1);
        model.look().regionProperty().set(half);
        assertEquals(half, engine.grid().region());
        assertEquals(RingsModel.CELLS, engine.grid().columns());
        assertFalse(model.modifiedProperty().get());
    }

    @Test
    void pulseShowsFramesOnceAndEveryCurvePoint() {
        List<RingsPoint> seen = new ArrayList<>();
        model.onCurve(seen::addAll);
        model.step();
        model.step();
        model.pulse();
        var first = model.frameProperty().get();
        assertEquals(2, first.step());
        assertEquals(List.of(1L, 2L), seen.stream().map(RingsPoint::step).toList());
        model.pulse();
        assertSame(first, model.frameProperty().get());
        assertEquals(2, seen.size());
        assertEquals(seen, model.curve());
    }

    @Test
    void theCurveOfANewRunStartsAnew() {
        model.step();
        model.pulse();
        model.reset();
        model.step();
        model.pulse();
        assertEquals(
                List.of(1), model.curve().stream().map(RingsPoint::generation).toList());
    }

    @Test
    void everythingOfTheRunBeforeLeavesAtOnceAndLateAnswersAreNotShown() {
        for (Runnable another : List.<Runnable>of(
                model::reset,
                model::newSeed,
                () -> model.open(PAPER),
                () -> model.open(new PaintedPoints(List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(1, 0, 1)))))) {
            model.attack().start(new Position(1, 1));
            model.step();
            model.pulse();
            assertFalse(model.curve().isEmpty());
            assertNotNull(model.attack().frameProperty().get());
            // A point of the curves that nobody has taken yet.
            model.step();
            boolean[] told = new boolean[1];
            model.onNewRun(() -> told[0] = true);
            another.run();
            assertEquals(List.of(), model.curve());
            assertNull(model.frameProperty().get(), "what the pointer reads its numbers from");
            assertNull(model.attack().frameProperty().get(), "the walker");
            assertEquals(0, model.statusProperty().get().step());
            assertTrue(told[0], "the charts");
            model.pulse();
            assertEquals(List.of(), model.curve());
            assertEquals(0, model.frameProperty().get().step());
            assertNull(model.attack().frameProperty().get());
        }
    }

    @Test
    void aRunThatEndsByItselfIsNoLongerPlayedAndGoesOnWhenItIsPlayed() {
        model.stopProperty().set(new PlaneStop(100, 0));
        assertEquals(new PlaneStop(100, 0), engine.stop());
        assertTrue(model.modifiedProperty().get());
        assertEquals(new PlaneStop(100, 0), model.toPreset("mine", "Mine", "").stop());
        model.play();
        engine.end(PlaneStop.Reason.STEPS);
        model.pulse();
        assertFalse(model.playingProperty().get());
        model.play();
        model.pulse();
        assertTrue(model.playingProperty().get());
    }

    @Test
    void theSpeedThatIsChosenOnceMoreReachesTheEngineAndEndsTheSlowStart() {
        assertTrue(engine.slowStart());
        model.chooseSpeed(Speed.FASTEST);
        assertEquals(List.of("speed Infinity"), engine.commands);
    }

    @Test
    void pointsOfAFileAreTrainedOnAndAllSeen() {
        PaintedPoints far = new PaintedPoints(List.of(new PaintedPoint(10, 10, 0), new PaintedPoint(20, 14, 1)));
        model.open(far);
        assertEquals(far, engine.setup().data());
        assertEquals(2, engine.setup().points());
        PlaneRegion seen = model.look().regionProperty().get();
        assertTrue(seen.contains(10, 10) && seen.contains(20, 14), seen.toString());
        assertEquals(seen, model.look().homeProperty().get());
        assertEquals(seen.width(), seen.height(), 1e-9);
    }

    @Test
    void failureEndsPlayingAndStandsInTheStatus() {
        model.play();
        engine.diverge("the loss is NaN");
        model.pulse();
        assertEquals(State.FAILED, model.statusProperty().get().state());
        assertEquals("the loss is NaN", model.statusProperty().get().failure());
        assertFalse(model.playingProperty().get());
    }

    @Test
    void calmerRestartLowersALearningRateOfAHundredToAThousandth() {
        model.settings().learningRateProperty().set(100);
        model.play();
        engine.diverge("the loss is NaN");
        model.pulse();
        model.restartCalmer();
        assertEquals(1e-3, engine.setup().training().learningRate());
        assertEquals(1e-3, model.settings().learningRateProperty().get());
        model.restartCalmer();
        assertEquals(1e-4, engine.setup().training().learningRate(), 1e-12);
    }

    @Test
    void openRestartsEvenWithAnEqualSetupAndTakesConfidenceAndRegion() {
        Preset other = new Preset(
                "other",
                "Other",
                "",
                PAPER.setup(),
                100,
                new ConfidenceSettings(1, 0, 0.9),
                new PlaneRegion(-1, 1, -1, 1));
        model.open(other);
        assertTrue(engine.commands.contains("restart"));
        assertEquals(other.confidence(), model.confidenceProperty().get());
        assertEquals(0.9, model.settings().tauProperty().get());
        assertEquals(other.region(), engine.grid().region());
        assertEquals(other, model.presetProperty().get());
        assertFalse(model.modifiedProperty().get());
    }

    @Test
    void changesMarkThePresetModifiedAndSavingUnmarksIt() {
        model.settings().betaProperty().set(0);
        assertTrue(model.modifiedProperty().get());
        model.settings().betaProperty().set(2);
        assertFalse(model.modifiedProperty().get());
        model.settings().learningRateProperty().set(0.01);
        assertTrue(model.modifiedProperty().get());
        Preset kept = model.toPreset("mine", "Mine", "Faster.");
        assertEquals(0.01, kept.setup().training().learningRate());
        assertEquals(6000, kept.steps());
        model.saved(kept);
        assertFalse(model.modifiedProperty().get());
    }

    @Test
    void speedReachesTheEngine() {
        model.speedProperty().set(new Speed(10));
        assertEquals(List.of("speed 10.0"), engine.commands);
    }

    @Test
    void togglePlayAlternatesAtOnce() {
        model.togglePlay();
        model.togglePlay();
        model.togglePlay();
        assertEquals(List.of("play", "pause", "play"), engine.commands);
    }
}
