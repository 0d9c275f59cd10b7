package org.penumbra.live.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.kit.UsedHeap;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/** Hours of training by a clock that runs ahead: how much the curves hold and what a reset leaves. */
@Timeout(300)
class TrainingHourTest {

    private static final int MEGABYTE = 1 << 20;
    /** So fast that every step is due a point of the curves. */
    private static final long AHEAD = 400;
    /** Four a second. */
    private static final int HOURS_POINTS = 14_400;

    private static final long HOUR = 3_600_000_000_000L;

    private final long start = System.nanoTime();
    private final TrainingSession session = new TrainingSession(() -> AHEAD * (System.nanoTime() - start));

    @AfterEach
    void close() throws InterruptedException {
        session.close();
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
    }

    private static TrainingPlan plan() {
        ImageData digits = new BuiltInDigits(1000, 100, 2).make();
        return new TrainingPlan(
                new ImagePlan(
                        new ImageSettings(ImageArchitecture.CNN, 10, 1),
                        new ImageTrainingSettings(1, 1e-6, LearningRateSchedule.CONSTANT, 0, 0, 0, 0, 1, 10_000, 40),
                        digits,
                        0),
                Optional.of(digits.test()));
    }

    @Test
    void resetAfterAQuarterLeavesTheHeapAsItWas() throws InterruptedException {
        trainAndReset(HOURS_POINTS / 4);
    }

    @Test
    @Tag("slow")
    void resetAfterHoursLeavesTheHeapAsItWas() throws InterruptedException {
        trainAndReset(2 * HOURS_POINTS);
    }

    private void trainAndReset(int points) throws InterruptedException {
        session.begin(plan());
        await(
                () -> session.status().state() == State.PAUSED
                        && session.takeFrame().isPresent(),
                "the first frame");
        long before = UsedHeap.bytes();
        session.play();
        List<TrainingPoint> curve = new ArrayList<>();
        int[] frames = new int[1];
        await(
                () -> {
                    curve.addAll(session.takeCurve());
                    frames[0] += session.takeFrame().isPresent() ? 1 : 0;
                    // The points keep to a clock that runs ahead, the frames to the speed of the machine.
                    return curve.size() >= points && frames[0] > 5;
                },
                Duration.ofSeconds(280),
                () -> points + " points and 6 frames, not " + curve.size() + " and " + frames[0]);
        assertEquals(State.RUNNING, session.status().state());
        curve.clear();
        session.reset();
        await(() -> session.status().generation() == 1 && session.status().state() == State.PAUSED, "reset");
        await(() -> session.takeFrame().isPresent(), "the first frame after the reset");
        session.takeCurve();
        long grown = UsedHeap.bytes() - before;
        assertTrue(grown < 5 * MEGABYTE, "the heap has grown by " + grown + " bytes");
    }

    @Test
    void pointsThatNobodyTakesForADayStayFew() {
        List<Long> times = new ArrayList<>();
        long[] now = new long[1];
        TrainingCurve curve = new TrainingCurve(point -> times.add(now[0]), 0, false, 0, 0);
        for (long step = 1; now[0] < 30 * HOUR; step++) {
            now[0] += 28_000_000;
            curve.add(new StepLosses(1, 0), 1);
            curve.record(step, step / 430.0, now[0]);
        }
        long firstHour = times.stream().filter(time -> time <= HOUR).count();
        assertTrue(
                firstHour > 0.85 * HOURS_POINTS && firstHour <= HOURS_POINTS + 20,
                firstHour + " points in the first hour");
        assertTrue(times.size() < HOURS_POINTS * (1 + Math.log(30)) + 100, times.size() + " points in 30 hours");
        assertTrue(times.size() > 3 * HOURS_POINTS, times.size() + " points in 30 hours");
    }
}
