package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineSessionTest {

    /** Its commands are those of a test. */
    private static final class Session extends EngineSession<CountingWork> {

        private final Newest<Integer> waiting = new Newest<>();
        private final List<Integer> taken = new ArrayList<>();

        Session(Consumer<Throwable> ended) {
            super("session-test", CountingWork::new, ended);
        }

        void ask(int value) {
            tellNewest(waiting, value, (work, newest) -> taken.add(newest));
        }

        /** Has the engine wait for a latch. */
        void holdUp(CountDownLatch latch) {
            tell(work -> {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        void settle() throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            tell(work -> done.countDown());
            assertTrue(done.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void ofSeveralValuesThatWaitTheEngineSeesTheNewestOnce() throws InterruptedException {
        try (Session session = new Session(cause -> {})) {
            CountDownLatch latch = new CountDownLatch(1);
            session.holdUp(latch);
            session.ask(1);
            session.ask(2);
            session.ask(3);
            latch.countDown();
            session.settle();
            assertEquals(List.of(3), session.taken);
            session.ask(4);
            session.settle();
            assertEquals(List.of(3, 4), session.taken);
        }
    }

    @Test
    void aClosedSessionEndsAndSaysSo() throws InterruptedException {
        List<Throwable> ended = new ArrayList<>();
        Session session = new Session(ended::add);
        session.tell(CountingWork::workWithoutEnd);
        session.close();
        assertTrue(session.awaitEnd(10, TimeUnit.SECONDS));
        assertEquals(1, ended.size());
        assertEquals(null, ended.get(0), "nothing unexpected ended it");
    }
}
