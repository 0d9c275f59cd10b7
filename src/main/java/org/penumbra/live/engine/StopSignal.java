package org.penumbra.live.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long run in a terminal end in its own time when the program is asked to end (Ctrl-C): the run reads
 * {@link #requested} between its steps, says where it stopped and closes the signal; only then does the program end.
 */
public final class StopSignal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "penumbra-stop");
    private volatile boolean requested;

    /** Listens from now on. */
    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the program has been asked to end; costs next to nothing. */
    public boolean requested() {
        return requested;
    }

    private void request() {
        requested = true;
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is over; the program may end. */
    @Override
    public void close() {
        closed.countDown();
        if (!requested) {
            stopListening();
        }
    }

    private void stopListening() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program began to end between the two lines; the hook finds the latch open and returns at once.
            requested = true;
        }
    }
}
