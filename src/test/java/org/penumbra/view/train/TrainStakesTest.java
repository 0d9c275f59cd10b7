package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.preset.ImagePreset;
import org.penumbra.view.lab.PlayedTime;

/** What happens to minutes of training when something takes their place; without a screen. */
class TrainStakesTest {

    private static final long MINUTE = 60_000_000_000L;

    private final FakeTraining engine = new FakeTraining();
    private final PlayedTime played = new PlayedTime();
    private final TrainModel model = new TrainModel(() -> engine, played);
    private final ImagePreset preset = TinyRuns.preset(ImageArchitecture.DAE_ASYM, 400);
    private final TrainSetup setup = new TrainSetup(preset, 3);
    private final TrainData data = TinyRuns.data(preset);
    private long now;

    @BeforeEach
    void begin() {
        model.begin(setup, data);
        model.pulse();
    }

    /** So many minutes go by while it plays. */
    private void train(int minutes) {
        model.play();
        model.pulse();
        played.look(model.statusProperty().get(), now);
        now += minutes * MINUTE;
        played.look(model.statusProperty().get(), now);
    }

    private long step() {
        return model.statusProperty().get().step();
    }

    @Test
    void aResetOfARunOfMinutesCanBeTakenBack() {
        train(5);
        long reached = step();
        int points = model.curves().trained().all().size();
        model.reset();
        model.pulse();
        model.pulse();
        assertEquals(0, step());
        Milestone kept = model.leftBehindProperty().get();
        assertEquals(5, kept.unsaved().toMinutes());
        assertTrue(kept.step() >= reached, kept.step() + " of " + reached);
        assertFalse(kept.byHand());
        model.resume(kept);
        model.pulse();
        assertEquals(kept.step(), step());
        assertTrue(model.curves().trained().all().size() >= points);
        assertEquals(
                "The run of tiny at step " + step() + ", 5 minutes of training, is in no file: save the model or a "
                        + "checkpoint to keep it.",
                StakeWords.ofWindow(model));
    }

    @Test
    void aResetOfARunOfSecondsIsDoneAtOnceAndKeepsNothing() {
        model.play();
        model.pulse();
        model.reset();
        assertEquals(List.of("begin", "play", "reset"), engine.commands);
        assertNull(model.leftBehindProperty().get());
        assertEquals("", StakeWords.ofWindow(model));
    }

    @Test
    void goingBackToAnOlderCheckpointKeepsWhatWasTrainedSince() {
        model.step();
        model.checkpoint();
        model.pulse();
        Milestone first = model.milestoneProperty().get();
        train(2);
        model.resume(first);
        // The checkpoint comes, then the run that goes on from the other one.
        model.pulse();
        model.pulse();
        assertEquals(first.step(), step());
        assertEquals(2, model.milestones().all().size());
        assertEquals(first, model.milestones().all().get(0), "the one that was gone back to is the newest");
        assertEquals(2, model.milestones().all().get(1).unsaved().toMinutes());
    }

    @Test
    void anotherRunBeginsOnlyWhenThePresentOneIsKept() {
        train(2);
        ImagePreset other = TinyRuns.preset(ImageArchitecture.CNN, 3);
        model.begin(new TrainSetup(other, 0), data);
        assertEquals(setup, model.setupProperty().get(), "the checkpoint is still to come");
        model.pulse();
        assertEquals(other, model.setupProperty().get().preset());
        assertEquals(setup, model.leftBehindProperty().get().setup());
        assertTrue(
                StakeWords.ofWindow(model).startsWith("The checkpoint of tiny at step "), StakeWords.ofWindow(model));
    }

    @Test
    void onlyWhatWasAskedForLastTakesTheRunsPlace() {
        train(2);
        model.begin(new TrainSetup(TinyRuns.preset(ImageArchitecture.CNN, 3), 0), data);
        model.reset();
        model.pulse();
        assertEquals(setup, model.setupProperty().get());
        assertEquals(
                1,
                engine.commands.stream()
                        .filter(command -> command.equals("snapshot"))
                        .count());
    }

    @Test
    void aRunThatIsEndedByHandCanBeGoneOnWith() {
        train(2);
        model.stop();
        model.pulse();
        assertEquals(State.FINISHED, model.statusProperty().get().state());
        model.resume(model.milestoneProperty().get());
        model.pulse();
        assertEquals(State.PAUSED, model.statusProperty().get().state());
        assertTrue(step() > 0);
    }

    @Test
    void aNetworkThatBrokeIsNoLoss() {
        train(2);
        engine.fail("out of memory");
        model.pulse();
        assertEquals("", StakeWords.ofWindow(model));
        model.reset();
        assertEquals(0, model.milestones().all().size());
        assertEquals("reset", engine.commands.get(engine.commands.size() - 1));
    }

    @Test
    void whatIsInAFileIsNotAtStake() {
        train(2);
        model.checkpoint();
        model.pulse();
        assertFalse(StakeWords.ofWindow(model).isEmpty());
        model.saved(model.milestoneProperty().get());
        assertEquals("", StakeWords.ofWindow(model));
        train(3);
        assertTrue(StakeWords.ofWindow(model).contains("3 minutes"), StakeWords.ofWindow(model));
        RunTime.Moment taken = model.time().now();
        model.time().saved(taken);
        assertEquals("", StakeWords.ofWindow(model));
        model.reset();
        model.pulse();
        train(2);
        model.time().saved(taken);
        assertTrue(StakeWords.ofWindow(model).contains("2 minutes"), "the file holds another run");
    }

    @Test
    void aCheckpointThatWouldHaveToGoIsNamedFirst() {
        for (int run = 0; run < Milestones.MOST; run++) {
            train(2);
            model.begin(new TrainSetup(TinyRuns.preset(ImageArchitecture.CNN, 30 + run), 0), data);
            model.pulse();
            model.pulse();
        }
        assertTrue(model.endangered(false).isEmpty(), "seconds of the present run are not kept");
        train(2);
        Milestone oldest = model.endangered(false).orElseThrow();
        assertEquals(setup, oldest.setup());
        assertTrue(StakeWords.ofMilestone(oldest).contains("of tiny at step "), StakeWords.ofMilestone(oldest));
    }
}
