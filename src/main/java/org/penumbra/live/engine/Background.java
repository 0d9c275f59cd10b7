package org.penumbra.live.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work that would hold up a window, done one piece after another on a thread of its own, or a few at a time on as many:
 * reading, writing and fetching files. The threads are daemons; {@link #close} lets what was begun finish.
 */
public final class Background implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 800;

    private final ExecutorService worker;
    private final Executor answers;

    /**
     * Does one piece of work after another.
     *
     * @param name    of the thread
     * @param answers runs the callbacks, for a window {@code Platform::runLater}
     */
    public Background(String name, Executor answers) {
        this(name, 1, answers);
    }

    /**
     * Does several pieces of work at a time, in no order.
     *
     * @param name    of the threads, which are made when there is work for them
     * @param threads most pieces at a time, at least 1
     * @param answers runs the callbacks, for a window {@code Platform::runLater}
     */
    public Background(String name, int threads, Executor answers) {
        this.answers = answers;
        this.worker = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does the work when a thread is free, which with one thread is after what was asked before; then calls exactly one
     * of the two.
     *
     * @param done   receives the result
     * @param failed receives what the work threw
     */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        worker.execute(() -> {
            T result;
            try {
                result = work.call();
            } catch (Throwable problem) {
                answers.execute(() -> failed.accept(problem));
                return;
            }
            answers.execute(() -> done.accept(result));
        });
    }

    /** Takes no more work and waits for what was asked before, at most 0.8 s in all. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
