package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineThreadTest {

    private final CompletableFuture<CountingWork> made = new CompletableFuture<>();
    private final List<Throwable> ended = new ArrayList<>();
    private final EngineThread<CountingWork> engine = new EngineThread<>("engine-test", this::make, ended::add);

    private CountingWork make(Interruption interruption) {
        CountingWork work = new CountingWork(interruption);
        made.complete(work);
        return work;
    }

    @AfterEach
    void end() throws InterruptedException {
        engine.close();
        assertTrue(engine.awaitEnd(10, TimeUnit.SECONDS));
    }

    @Test
    void aCommandInterruptsTheSliceThatRuns() throws Exception {
        engine.start();
        engine.tell(CountingWork::workWithoutEnd);
        CountingWork work = made.get();
        work.busy.await();
        assertFalse(engine.closing());
        CountDownLatch heard = new CountDownLatch(1);
        engine.tell(any -> heard.countDown());
        assertTrue(heard.await(10, TimeUnit.SECONDS), "a slice without end was not interrupted");
        assertFalse(engine.closing());
    }

    @Test
    void closingInterruptsTheSliceThatRunsAndFreesTheWorkOnce() throws Exception {
        engine.start();
        engine.tell(CountingWork::workWithoutEnd);
        CountingWork work = made.get();
        work.busy.await();
        engine.close();
        assertTrue(engine.awaitEnd(10, TimeUnit.SECONDS));
        assertTrue(engine.closing());
        assertTrue(engine.due());
        assertEquals(1, work.closes.get());
        assertEquals(1, ended.size());
        assertEquals(null, ended.get(0), "nothing unexpected ended it");
    }

    @Test
    void noCommandIsLostAndTheirOrderIsKept() throws Exception {
        int count = 10_000;
        List<Integer> obeyed = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(1);
        engine.start();
        for (int i = 0; i < count; i++) {
            int number = i;
            engine.tell(work -> obeyed.add(number));
        }
        engine.tell(work -> all.countDown());
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, count).boxed().toList(), obeyed);
    }

    @Test
    void aCommandToldBeforeTheStartIsObeyedOnTheThreadOfTheEngine() throws Exception {
        CompletableFuture<Thread> on = new CompletableFuture<>();
        engine.tell(work -> on.complete(Thread.currentThread()));
        assertTrue(engine.due(), "a command waits");
        engine.start();
        Thread thread = on.get(10, TimeUnit.SECONDS);
        assertNotSame(Thread.currentThread(), thread);
        assertEquals("engine-test", thread.getName());
        assertTrue(thread.isDaemon());
    }

    @Test
    void aFailedCommandIsToldToTheWorkAndTheNextOneIsObeyed() throws Exception {
        engine.start();
        engine.tell(work -> {
            throw new IllegalStateException("wanted by the test");
        });
        CountDownLatch next = new CountDownLatch(1);
        engine.tell(work -> next.countDown());
        assertTrue(next.await(10, TimeUnit.SECONDS));
        assertEquals(1, made.get().failures.get());
    }
}
