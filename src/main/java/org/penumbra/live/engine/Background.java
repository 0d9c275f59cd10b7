package org.penumbra.live.engine;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work that would hold up a window, such as reading and fetching files: done one piece after another on a thread of its
 * own, a few at a time on as many, or each on a thread of its own. The threads are daemons. What must not be lost when the
 * window closes is the business of {@link Saves}.
 */
public final class Background implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 800;

    private final ExecutorService worker;
    private final Executor answers;
    private final Before before;
    private boolean closing;
    private volatile boolean closed;

    /** What a piece of work that reads a file waits for, on the thread that reads. */
    @FunctionalInterface
    private interface Before {
        void reading(Path file) throws InterruptedException;
    }

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
        this(Executors.newFixedThreadPool(threads, daemons(name)), answers, file -> {});
    }

    private Background(ExecutorService worker, Executor answers, Before before) {
        this.worker = worker;
        this.answers = answers;
        this.before = before;
    }

    /**
     * Begins every piece of work at once, so that one that takes long, such as a file on a drive that does not answer,
     * holds up no other.
     *
     * @param saves   a file that is read is one that these have written, if they were asked to before
     * @param name    of the threads
     * @param answers runs the callbacks, for a window {@code Platform::runLater}
     */
    public static Background sideBySide(Saves saves, String name, Executor answers) {
        return new Background(Executors.newCachedThreadPool(daemons(name)), answers, saves::await);
    }

    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Does the work when a thread is free, which with one thread is after what was asked before; then calls exactly one
     * of the two. After {@link #close} nothing is done and neither is called, as nobody is there to see it.
     *
     * @param done   receives the result
     * @param failed receives what the work threw
     */
    public synchronized <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        if (closing) {
            return;
        }
        worker.execute(() -> {
            Runnable answer = answer(work, done, failed);
            answers.execute(() -> {
                if (!closed) {
                    answer.run();
                }
            });
        });
    }

    /**
     * The same for work that reads a file or a folder, which waits for what is being saved there.
     *
     * @param file what is read, or the folder
     */
    public <T> void read(Path file, Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        run(
                () -> {
                    before.reading(file);
                    return work.call();
                },
                done,
                failed);
    }

    /** Does the work; what it gives is still to be called. */
    static <T> Runnable answer(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Throwable problem) {
            return () -> failed.accept(problem);
        }
    }

    /** Takes no more work and waits for what was asked before, at most 0.8 s in all. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            worker.shutdown();
        }
        try {
            worker.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        closed = true;
    }
}
