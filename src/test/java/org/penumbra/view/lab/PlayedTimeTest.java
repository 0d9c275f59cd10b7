package org.penumbra.view.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.penumbra.live.engine.EngineStatus;

/** What a person would have to wait for once more. */
class PlayedTimeTest {

    private static final long SECOND = 1_000_000_000;

    private final PlayedTime played = new PlayedTime();

    private record Doing(int generation, State state, long step) implements EngineStatus<Doing> {

        @Override
        public Doing closed() {
            return new Doing(generation, State.CLOSED, step);
        }
    }

    private void look(int generation, EngineStatus.State state, long seconds) {
        // A clock of nanoseconds may be negative.
        played.look(new Doing(generation, state, 0), (seconds - 100) * SECOND);
    }

    @Test
    void onlyTheTimeInWhichItRanCounts() {
        look(0, EngineStatus.State.PAUSED, 0);
        look(0, EngineStatus.State.RUNNING, 50);
        look(0, EngineStatus.State.RUNNING, 80);
        look(0, EngineStatus.State.PAUSED, 109);
        assertFalse(played.isMuch());
        look(0, EngineStatus.State.RUNNING, 500);
        look(0, EngineStatus.State.FINISHED, 501);
        look(0, EngineStatus.State.FINISHED, 900);
        assertTrue(played.isMuch());
        assertEquals(Duration.ofMinutes(1), played.length());
        assertEquals("1 minute", played.words());
    }

    @Test
    void anotherRunAndWhatWasSavedBeginAnew() {
        look(0, EngineStatus.State.RUNNING, 0);
        look(0, EngineStatus.State.RUNNING, 90);
        played.kept();
        look(0, EngineStatus.State.RUNNING, 150);
        assertEquals(Duration.ofMinutes(1), played.length());
        look(1, EngineStatus.State.RUNNING, 300);
        assertEquals(Duration.ZERO, played.length());
        look(1, EngineStatus.State.RUNNING, 300 + 3 * 3600 + 61);
        assertEquals("3 hours and 1 minute", played.words());
    }
}
