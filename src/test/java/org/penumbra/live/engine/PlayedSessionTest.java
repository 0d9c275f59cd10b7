package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.live.engine.EngineStatus.State;

/** A session as small as can be, whose work counts. */
@Timeout(60)
class PlayedSessionTest {

    private record Count(int generation, State state, long step) implements EngineStatus<Count> {

        @Override
        public Count closed() {
            return new Count(generation, State.CLOSED, step);
        }
    }

    private static final class Counting implements PlayedWork {

        private final EngineOutput<Long, Long, Count> output;
        private final Interruption interruption;
        private final Playback playback = new Playback();
        private long step;

        Counting(EngineOutput<Long, Long, Count> output, Interruption interruption) {
            this.output = output;
            this.interruption = interruption;
            playback.begin();
            playback.ready();
            report();
        }

        private void report() {
            output.report(new Count(playback.generation(), playback.state(), step));
        }

        @Override
        public void play() {
            playback.play();
            report();
        }

        @Override
        public void pause() {
            playback.pause();
            report();
        }

        @Override
        public void stepOnly(int steps) {
            pause();
            playback.addSteps(steps);
        }

        @Override
        public long idleNanos() {
            return playback.isRunning() || playback.stepsLeft() ? 0 : Long.MAX_VALUE;
        }

        @Override
        public void work() {
            while ((playback.isRunning() || playback.stepsLeft()) && !interruption.due()) {
                step++;
                playback.stepTaken();
                report();
                output.show(step);
                output.add(step);
            }
        }

        @Override
        public void fail(Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void close() {}
    }

    private static final class Session extends PlayedSession<Counting, Long, Long, Count> {

        Session(EngineOutput<Long, Long, Count> output) {
            super("counting-test", output, interruption -> new Counting(output, interruption));
        }
    }

    private final Session session = new Session(new EngineOutput<>(new Count(-1, State.EMPTY, 0)));

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(10, TimeUnit.SECONDS));
    }

    private void awaitState(State state) {
        while (session.status().state() != state) {
            Thread.onSpinWait();
        }
    }

    @Test
    void singleStepsAreTakenAndNoMore() {
        session.step(3);
        session.step(4);
        List<Long> points = new ArrayList<>();
        while (points.size() < 7) {
            points.addAll(session.takeCurve());
        }
        assertEquals(LongStream.rangeClosed(1, 7).boxed().toList(), points);
        session.pause();
        awaitState(State.PAUSED);
        assertEquals(7, session.status().step());
    }

    @Test
    void fewerThanOneStepIsRefused() {
        assertEquals(
                "steps: expected at least 1, but got 0",
                assertThrows(IllegalArgumentException.class, () -> session.step(0))
                        .getMessage());
    }

    @Test
    void playIsInterruptedByPauseAndNoPointIsLost() {
        session.play();
        awaitState(State.RUNNING);
        List<Long> points = new ArrayList<>();
        while (points.size() < 1000) {
            points.addAll(session.takeCurve());
        }
        session.pause();
        awaitState(State.PAUSED);
        points.addAll(session.takeCurve());
        long last = session.status().step();
        assertEquals(LongStream.rangeClosed(1, last).boxed().toList(), points);
        assertEquals(last, session.takeFrame().orElseThrow(), "the newest frame");
        assertTrue(session.takeFrame().isEmpty(), "a frame is taken once");
    }

    @Test
    void aClosedSessionSaysSoAndKeepsItsStep() throws InterruptedException {
        session.play();
        awaitState(State.RUNNING);
        session.close();
        assertTrue(session.awaitEnd(10, TimeUnit.SECONDS));
        Count closed = session.status();
        assertEquals(State.CLOSED, closed.state());
        assertEquals(0, closed.generation());
        assertEquals(session.takeCurve().size(), closed.step());
    }
}
