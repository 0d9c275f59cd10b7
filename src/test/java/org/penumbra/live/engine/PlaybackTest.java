package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.live.engine.EngineStatus.State;

class PlaybackTest {

    private final Playback playback = new Playback();

    private void build() {
        playback.begin();
        playback.ready();
    }

    @Test
    void beforeAnythingWasBegunNothingPlays() {
        assertEquals(State.EMPTY, playback.state());
        assertEquals(-1, playback.generation());
        assertFalse(playback.play());
        assertFalse(playback.pause());
        assertFalse(playback.addSteps(3));
        assertFalse(playback.isUnderWay());
        assertFalse(playback.stepsLeft());
        assertEquals(State.EMPTY, playback.state());
    }

    @Test
    void whatIsBuiltPausesUntilItIsPlayed() {
        playback.begin();
        assertEquals(State.STARTING, playback.state());
        assertEquals(0, playback.generation());
        assertFalse(playback.play(), "it is not built yet");
        playback.ready();
        assertEquals(State.PAUSED, playback.state());
        assertTrue(playback.isUnderWay());
        assertTrue(playback.play());
        assertTrue(playback.isRunning());
        assertTrue(playback.isUnderWay());
        assertFalse(playback.play(), "it runs already");
        assertTrue(playback.pause());
        assertEquals(State.PAUSED, playback.state());
        assertFalse(playback.pause(), "it pauses already");
    }

    @Test
    void begunAnewItRunsOnOnlyIfItRan() {
        build();
        playback.play();
        build();
        assertEquals(State.RUNNING, playback.state());
        assertEquals(1, playback.generation());
        playback.pause();
        build();
        assertEquals(State.PAUSED, playback.state());
        assertEquals(2, playback.generation());
    }

    @Test
    void begunAnewAfterItsEndItRunsIfItRanAndWasNotPausedSince() {
        build();
        playback.play();
        playback.finish("all steps are done");
        assertEquals(State.FINISHED, playback.state());
        assertEquals("all steps are done", playback.message());
        assertFalse(playback.isUnderWay());
        build();
        assertEquals(State.RUNNING, playback.state());
        assertEquals("", playback.message());
        playback.finish("");
        assertFalse(playback.pause(), "it does not run any more");
        assertEquals(State.FINISHED, playback.state());
        build();
        assertEquals(State.PAUSED, playback.state());
    }

    @Test
    void begunAnewAfterAFailureOrWhenClearedItPauses() {
        build();
        playback.play();
        playback.fail("too large", new IllegalStateException());
        assertEquals(State.FAILED, playback.state());
        assertEquals("too large", playback.message());
        build();
        assertEquals(State.PAUSED, playback.state());
        assertEquals("", playback.message());
        playback.play();
        playback.clear();
        assertEquals(State.EMPTY, playback.state());
        assertEquals(1, playback.generation(), "nothing was begun");
        build();
        assertEquals(State.PAUSED, playback.state());
    }

    @Test
    void singleStepsAddUpAndAreTakenOneByOne() {
        build();
        assertTrue(playback.addSteps(2));
        assertTrue(playback.addSteps(1));
        for (int i = 0; i < 3; i++) {
            assertTrue(playback.stepsLeft(), "step " + i);
            playback.stepTaken();
        }
        assertFalse(playback.stepsLeft());
        assertEquals(State.PAUSED, playback.state(), "single steps do not make it run");
    }

    @Test
    void noSingleStepIsLeftOnceItRunsEndsFailsOrBeginsAnew() {
        build();
        playback.addSteps(5);
        playback.play();
        assertFalse(playback.stepsLeft());
        assertFalse(playback.addSteps(5), "it runs");
        playback.pause();
        playback.addSteps(5);
        build();
        assertFalse(playback.stepsLeft());
        playback.addSteps(5);
        playback.fail("", new IllegalStateException());
        assertFalse(playback.stepsLeft());
        build();
        playback.addSteps(5);
        playback.dropSteps();
        assertFalse(playback.stepsLeft());
    }

    /** The step that ends it drops the rest; that it then counts as taken must not leave a step too few. */
    @Test
    void theStepThatEndsItLeavesNone() {
        build();
        playback.addSteps(5);
        playback.finish("");
        playback.stepTaken();
        assertFalse(playback.stepsLeft());
        build();
        playback.addSteps(1);
        assertTrue(playback.stepsLeft());
    }
}
