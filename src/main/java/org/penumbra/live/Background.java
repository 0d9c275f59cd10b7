package org.penumbra.live;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work that would hold up a window, done one piece after another on a thread of its own: reading and writing files.
 * The thread is a daemon; {@link #close} lets what was begun finish.
 */
public final class Background implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 800;

    private final ExecutorService worker;
    private final Executor answers;

    /**
     * @param name    of the thread
     * @param answers runs the callbacks, for a window {@code Platform::runLater}
     */
    public Background(String name, Executor answers) {
        this.answers = answers;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does the work after what was asked before, then calls exactly one of the two.
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

    /** Takes no more work and waits for what was asked before, at most 0.8 s. */
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
