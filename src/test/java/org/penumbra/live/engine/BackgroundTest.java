package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundTest {

    @Test
    void workRunsInOrderOnADaemonThreadOfItsOwnAndCloseWaitsForIt() {
        List<Integer> done = new ArrayList<>();
        AtomicReference<Thread> worker = new AtomicReference<>();
        Background background = new Background("files", Runnable::run);
        for (int i = 0; i < 20; i++) {
            int number = i;
            background.run(
                    () -> {
                        worker.set(Thread.currentThread());
                        return number;
                    },
                    done::add,
                    problem -> fail(problem));
        }
        background.close();
        assertEquals(20, done.size());
        assertEquals(19, done.get(19));
        assertNotSame(Thread.currentThread(), worker.get());
        assertTrue(worker.get().isDaemon());
        assertEquals("files", worker.get().getName());
    }

    @Test
    void whatTheWorkThrowsReachesTheSecondCallbackOnly() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicReference<Throwable> problem = new AtomicReference<>();
        try (Background background = new Background("files", Runnable::run)) {
            background.run(
                    () -> {
                        throw new IOException("disk full");
                    },
                    result -> fail("done was called"),
                    thrown -> {
                        problem.set(thrown);
                        failed.countDown();
                    });
            assertTrue(failed.await(60, TimeUnit.SECONDS));
        }
        assertEquals("disk full", problem.get().getMessage());
    }

    @Test
    void aPieceThatTakesForEverHoldsUpNoOther() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(2);
        try (Saves saves = new Saves("saves", Runnable::run);
                Background background = Background.sideBySide(saves, "files", Runnable::run)) {
            for (int i = 0; i < 20; i++) {
                background.run(() -> never.await(60, TimeUnit.SECONDS), late -> {}, problem -> fail(problem));
            }
            background.run(() -> 1, one -> read.countDown(), problem -> fail(problem));
            background.read(Path.of("any"), () -> 2, two -> read.countDown(), problem -> fail(problem));
            assertTrue(read.await(30, TimeUnit.SECONDS), "two quick ones behind twenty slow ones");
            never.countDown();
        }
    }

    @Test
    void afterItWasClosedNothingIsDoneAndNobodyIsCalled() {
        List<Runnable> answers = new ArrayList<>();
        Background background = new Background("files", answers::add);
        background.run(() -> 1, one -> fail("a window that is gone was called"), problem -> fail(problem));
        background.close();
        background.run(() -> fail("done after the end"), one -> fail("called"), problem -> fail(problem));
        assertEquals(1, answers.size());
        answers.forEach(Runnable::run);
    }
}
