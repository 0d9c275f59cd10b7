package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
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
}
