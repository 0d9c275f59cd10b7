package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NewestTest {

    private final Newest<Integer> newest = new Newest<>();

    @Test
    void aValueIsTakenOnce() {
        assertEquals(Optional.empty(), newest.take());
        newest.put(1);
        assertEquals(Optional.of(1), newest.take());
        assertEquals(Optional.empty(), newest.take());
    }

    @Test
    void aNewerValueTakesThePlaceOfOneThatNobodyTook() {
        assertFalse(newest.put(1));
        assertTrue(newest.put(2), "nobody took the first");
        assertEquals(Optional.of(2), newest.take());
        assertFalse(newest.put(3), "the second was taken");
    }

    @Test
    void whoPutsSeesWhetherTheValueWasTaken() {
        assertTrue(newest.isTaken(), "there is none yet");
        newest.put(1);
        assertFalse(newest.isTaken());
        newest.take();
        assertTrue(newest.isTaken());
    }

    @Test
    void aForgottenValueIsNotTaken() {
        newest.put(1);
        newest.forget();
        assertTrue(newest.isTaken());
        assertEquals(Optional.empty(), newest.take());
    }

    /** Of two threads that take, each value reaches at most one, in the order of putting, and the last one arrives. */
    @Test
    void aValueIsTakenOnceAlsoByTwoThreads() throws InterruptedException {
        int values = 200_000;
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<Integer> first = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> second = new ConcurrentLinkedQueue<>();
        Thread one = taker(over, first);
        Thread other = taker(over, second);
        int replaced = 0;
        for (int i = 1; i <= values; i++) {
            replaced += newest.put(i) ? 1 : 0;
        }
        over.set(true);
        one.join();
        other.join();
        assertAscending(first);
        assertAscending(second);
        assertEquals(values, first.size() + second.size() + replaced, "each value is taken or replaced, and that once");
        assertTrue(first.contains(values) || second.contains(values), "the last value arrives");
    }

    private Thread taker(AtomicBoolean over, ConcurrentLinkedQueue<Integer> taken) {
        Thread thread = new Thread(() -> {
            while (!over.get()) {
                newest.take().ifPresent(taken::add);
            }
            newest.take().ifPresent(taken::add);
        });
        thread.start();
        return thread;
    }

    private static void assertAscending(Iterable<Integer> taken) {
        int before = 0;
        for (int value : taken) {
            assertTrue(value > before, value + " came after " + before);
            before = value;
        }
    }
}
