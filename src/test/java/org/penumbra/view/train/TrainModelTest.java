package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainedWeights;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.preset.ImagePreset;

/** The state of the training lab without a screen, on an engine of formulas. */
class TrainModelTest {

    private final FakeTraining engine = new FakeTraining();
    private final TrainModel model = new TrainModel(() -> engine);
    private final ImagePreset preset = TinyRuns.preset(ImageArchitecture.DAE_ASYM, 20);
    private final TrainSetup setup = new TrainSetup(preset, 3);
    private final TrainData data = TinyRuns.data(preset);

    @BeforeEach
    void begin() {
        model.begin(setup, data);
        model.pulse();
    }

    @Test
    void aNewRunIsPausedAndSeenAtOnce() {
        assertEquals(State.PAUSED, model.statusProperty().get().state());
        assertEquals(0, model.frameProperty().get().step());
        assertFalse(model.playingProperty().get());
        assertEquals(
                TinyRuns.TRAINING - TinyRuns.HELD_OUT,
                engine.plans.get(0).course().images().count());
        assertEquals(3, engine.plans.get(0).course().patience());
        assertEquals(
                UnknownInputs.MOST, engine.plans.get(0).unknown().orElseThrow().count());
    }

    @Test
    void playGrowsTheCurvesAndPauseStopsThem() {
        model.play();
        model.pulse();
        model.pulse();
        assertEquals(
                1 + 2 * FakeTraining.STEPS_A_LOOK,
                model.curves().trained().all().size());
        assertEquals(2, model.curves().held().all().size(), "steps 0 and 20");
        model.pause();
        model.pulse();
        assertEquals(
                1 + 2 * FakeTraining.STEPS_A_LOOK,
                model.curves().trained().all().size());
        assertEquals(List.of("begin", "play", "pause"), engine.commands);
    }

    @Test
    void resetStartsTheCurvesAnew() {
        model.play();
        model.pulse();
        model.reset();
        assertTrue(model.curves().trained().isEmpty());
        assertNull(model.frameProperty().get());
        model.pulse();
        assertEquals(1, model.curves().trained().all().size());
        assertEquals(0, model.statusProperty().get().step());
        assertFalse(model.playingProperty().get());
    }

    @Test
    void aCheckpointBringsRunAndCurvesBack() {
        model.play();
        model.pulse();
        model.checkpoint();
        model.pulse();
        long step = model.milestoneProperty().get().snapshot().run().steps();
        model.pulse();
        assertTrue(model.statusProperty().get().step() > step);
        int before = model.milestoneProperty().get().points().size();
        model.resume(model.milestoneProperty().get());
        assertEquals(before, model.curves().trained().all().size());
        assertEquals(step, model.curves().trained().last().step());
        model.pulse();
        assertEquals(step, model.statusProperty().get().step());
        assertTrue(engine.commands.contains("resume " + step), engine.commands.toString());
    }

    @Test
    void anEarlierRunStaysBesideTheNextAndThreeAreTheMost() {
        for (int i = 0; i < RunCurves.MOST_KEPT; i++) {
            model.play();
            model.pulse();
            model.curves().keep(setup);
            model.reset();
            model.pulse();
        }
        assertEquals(
                List.of("A", "B", "C"),
                model.curves().kept().stream().map(KeptRun::letter).toList());
        assertEquals(
                1 + FakeTraining.STEPS_A_LOOK,
                model.curves().kept().get(0).trained().size());
        assertThrows(IllegalStateException.class, () -> model.curves().keep(setup));
        model.curves().remove(model.curves().kept().get(1));
        model.curves().keep(setup);
        assertEquals(
                List.of("A", "C", "B"),
                model.curves().kept().stream().map(KeptRun::letter).toList());
    }

    @Test
    void weightsThatWereAskedForAreNotTheEnd() {
        List<TrainedWeights> asked = new ArrayList<>();
        model.step();
        model.askWeights(asked::add);
        model.pulse();
        assertEquals(1, asked.get(0).result().steps());
        assertNull(model.resultProperty().get());
    }

    @Test
    void aFinishedRunLeavesItsModel() {
        model.step();
        model.stop();
        model.pulse();
        assertEquals(State.FINISHED, model.statusProperty().get().state());
        TrainedWeights result = model.resultProperty().get();
        assertNotNull(result);
        List<TrainedWeights> asked = new ArrayList<>();
        model.askWeights(asked::add);
        assertSame(result, asked.get(0));
        model.reset();
        assertNull(model.resultProperty().get());
    }

    @Test
    void aSetupThatDoesNotFitItsImagesLeavesTheRun() {
        ImagePreset tooFew = preset.withTraining(new ImageTrainingSettings(
                5, 1e-3, preset.training().schedule(), 0.1, 0, 5, 0, 32, 2, TinyRuns.TRAINING));
        var wrong = assertThrows(IllegalArgumentException.class, () -> model.begin(new TrainSetup(tooFew, 3), data));
        assertTrue(wrong.getMessage().startsWith("held out: expected fewer images"), wrong.getMessage());
        assertSame(setup, model.setupProperty().get());
        assertEquals(List.of("begin"), engine.commands);
    }

    @Test
    void patienceNeedsHeldOutImages() {
        ImagePreset none = preset.withTraining(
                new ImageTrainingSettings(5, 1e-3, preset.training().schedule(), 0.1, 0, 5, 0, 32, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new TrainSetup(none, 1));
        assertEquals(0, new TrainSetup(none, 0).patience());
    }

    @Test
    void whoAskedForWeightsIsToldWhenTheyCannotCome() {
        List<TrainedWeights> asked = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        model.step();
        model.askWeights(asked::add, () -> missed.add("reset"));
        model.reset();
        assertEquals(List.of("reset"), missed);
        engine.fail("out of memory");
        model.askWeights(asked::add, () -> missed.add("failed"));
        model.pulse();
        assertEquals(List.of("reset", "failed"), missed);
        model.askWeights(asked::add, () -> missed.add("broken"));
        assertEquals(List.of("reset", "failed", "broken"), missed);
        assertEquals(List.of(), asked);
        model.reset();
        model.step();
        model.askWeights(asked::add, () -> missed.add("diverged"));
        engine.diverge("NaN");
        model.pulse();
        assertEquals(1, asked.size(), "the last good weights are there, and come");
        assertEquals(3, missed.size());
    }
}
