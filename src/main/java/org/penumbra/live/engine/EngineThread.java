package org.penumbra.live.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a session: it makes the work, obeys commands between slices of it, and frees it when the session closes.
 * Commands may come from any thread.
 *
 * @param <W> what is commanded
 */
public final class EngineThread<W extends EngineWork> implements Interruption {

    private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);

    /** A slice of work that gives way ends after this time, nanoseconds: less than a frame of the window. */
    private static final long SLICE = 10_000_000;
    /** A rest is so many times as long as the slice before it. */
    private static final int REST = 4;

    private final LinkedBlockingQueue<Consumer<? super W>> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile GiveWay giveWay = GiveWay.NOT;
    /** When the present slice began. */
    private long sliceStart;
    /** How long the last slice took. */
    private long sliceNanos;

    /**
     * A thread that has not started: whoever makes it may still have fields to set.
     *
     * @param name  of the thread
     * @param maker makes the work, on the thread; is told by what to know that a slice should end early
     * @param ended called last on the thread, with what ended it unexpectedly, or null
     */
    public EngineThread(String name, Function<Interruption, W> maker, Consumer<Throwable> ended) {
        thread = new Thread(() -> run(maker, ended), name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Has the work do something between two slices. */
    public void tell(Consumer<? super W> command) {
        commands.add(command);
    }

    @Override
    public boolean closing() {
        return closing;
    }

    @Override
    public boolean due() {
        return closing || !commands.isEmpty() || givesWayNow();
    }

    private boolean givesWayNow() {
        GiveWay now = giveWay;
        return now == GiveWay.WHOLLY || now == GiveWay.PARTLY && System.nanoTime() - sliceStart >= SLICE;
    }

    /** Leaves more or less of the machine to others, from the end of the present step on. */
    public void giveWay(GiveWay how) {
        giveWay = how;
        // Wakes it from its rest.
        commands.add(work -> {});
    }

    /** Asks the thread to end, which takes the rest of a slice. */
    public void close() {
        closing = true;
        commands.add(work -> {});
    }

    /** Waits until the thread has ended; never on the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        thread.join(unit.toMillis(time));
        return !thread.isAlive();
    }

    private void run(Function<Interruption, W> maker, Consumer<Throwable> ended) {
        Throwable cause = null;
        try (W work = maker.apply(this)) {
            while (!closing) {
                proceed(work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.error("{} ended unexpectedly", thread.getName(), e);
            cause = e;
            throw e;
        } finally {
            ended.accept(cause);
        }
    }

    private void proceed(W work) throws InterruptedException {
        try {
            obey(work);
            if (!closing && restNanos() == 0) {
                workOnce(work);
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            work.fail(e);
        }
    }

    private void workOnce(W work) {
        sliceStart = System.nanoTime();
        try {
            work.work();
        } finally {
            sliceNanos = System.nanoTime() - sliceStart;
        }
    }

    /** How long it still leaves the machine to others, nanoseconds. */
    private long restNanos() {
        return switch (giveWay) {
            case NOT -> 0;
            case PARTLY -> Math.max(0, sliceStart + (1 + REST) * sliceNanos - System.nanoTime());
            case WHOLLY -> Long.MAX_VALUE;
        };
    }

    /** Waits for a command only when there is nothing else to do. */
    private void obey(W work) throws InterruptedException {
        long wait = Math.max(work.idleNanos(), restNanos());
        Consumer<? super W> command = wait > 0 ? commands.poll(wait, TimeUnit.NANOSECONDS) : commands.poll();
        while (command != null && !closing) {
            command.accept(work);
            command = commands.poll();
        }
    }
}
