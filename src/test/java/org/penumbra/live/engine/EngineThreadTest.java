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
    void whoGivesWayWhollyObeysCommandsAndDoesNotWork() throws Exception {
        engine.start();
        engine.tell(CountingWork::workWithoutEnd);
        CountingWork work = made.get();
        work.busy.await();
        engine.giveWay(GiveWay.WHOLLY);
        // The slice that ran has ended once a command is obeyed.
        obeyOne();
        int slices = work.slices.get();
        for (int i = 0; i < 20; i++) {
            obeyOne();
        }
        assertEquals(slices, work.slices.get());
        engine.giveWay(GiveWay.NOT);
        while (work.slices.get() == slices) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoGivesWayPartlyWorksAFifthOfTheTime() throws Exception {
        engine.giveWay(GiveWay.PARTLY);
        engine.start();
        long begun = System.nanoTime();
        engine.tell(CountingWork::workWithoutEnd);
        CountingWork work = made.get();
        while (work.slices.get() < 6) {
            Thread.sleep(1);
        }
        engine.giveWay(GiveWay.WHOLLY);
        obeyOne();
        long passed = System.nanoTime() - begun;
        assertTrue(work.nanos.get() > 0);
        // The last slice may not have been rested from.
        assertTrue(
                work.nanos.get() * 5 / 6 <= passed / 4,
                "worked " + work.nanos.get() / 1e6 + " ms of " + passed / 1e6 + " ms");
    }

    private void obeyOne() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        engine.tell(any -> heard.countDown());
        assertTrue(heard.await(30, TimeUnit.SECONDS));
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
