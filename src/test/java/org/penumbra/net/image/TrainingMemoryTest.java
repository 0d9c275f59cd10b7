package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.kit.Await;
import org.penumbra.kit.UsedHeap;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.live.train.TrainingSession;

/** What a training session leaves behind; native memory is counted where it is given out. */
@Timeout(300)
class TrainingMemoryTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int ROUNDS = 6;

    @Test
    void trainingResettingAndClearingLeaveNoThreadAndNoMemory() throws InterruptedException {
        int threads = 0;
        long native0 = 0;
        long heap0 = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            trainResetAndClear(ImageArchitecture.values()[round % 4]);
            if (round == 0) {
                // By now everything is loaded and compiled that will be.
                native0 = Pointer.totalBytes();
                heap0 = UsedHeap.bytes();
                threads = Thread.activeCount();
            }
        }
        // A header or two of some bytes wait for the collector; a network has megabytes.
        long kept = Pointer.totalBytes() - native0;
        assertTrue(kept < 4096, kept + " more native bytes than before");
        long grown = UsedHeap.bytes() - heap0;
        assertTrue(grown < 5 * MEGABYTE, "the heap has grown by " + grown + " bytes in " + ROUNDS + " rounds");
        assertTrue(Thread.activeCount() <= threads, "threads: " + threads + " before, now " + Thread.activeCount());
    }

    private static void trainResetAndClear(ImageArchitecture architecture) throws InterruptedException {
        TrainingSession session = new TrainingSession();
        try (session) {
            // Images of its own, 2 MB that must be let go.
            ImageData digits = new BuiltInDigits(2500, 200, 1).make();
            session.begin(new TrainingPlan(
                    new ImagePlan(
                            new ImageSettings(architecture, 10, 1),
                            new ImageTrainingSettings(
                                    1, 1e-3, LearningRateSchedule.CONSTANT, 0.1, 0.5, 1, 0.1, 32, 10_000, 100),
                            digits,
                            100),
                    Optional.of(digits.test())));
            session.play();
            await(session, () -> session.status().step() >= 10);
            session.snapshot();
            session.weights();
            session.reset();
            await(
                    session,
                    () -> session.status().generation() == 1 && session.status().state() == State.PAUSED);
            session.step(3);
            await(session, () -> session.status().step() == 3);
            session.stop();
            await(session, () -> session.status().state() == State.FINISHED);
            session.clear();
            await(session, () -> session.status().state() == State.EMPTY);
            session.takeCurve();
        }
        assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
    }

    private static void await(TrainingSession session, BooleanSupplier condition) {
        Await.await(
                () -> {
                    session.takeFrame();
                    return condition.getAsBoolean();
                },
                () -> "another state than " + session.status());
    }
}
