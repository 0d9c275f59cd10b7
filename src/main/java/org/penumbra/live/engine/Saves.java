package org.penumbra.live.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that a person has asked to be written. No read and no other work is before them; what goes to one place is
 * written in the order in which it was asked for, and what goes elsewhere does not wait for it. What is under way can be
 * told, so that a window does not close before it is written.
 */
public final class Saves implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Saves.class);
    /** How long {@link #close} waits, which nobody needs to who has waited until nothing is under way. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ExecutorService threads;
    private final Executor answers;
    private final List<Save> underWay = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private boolean closed;

    /**
     * @param name    of the threads, which are made when there is something to write
     * @param answers runs the callbacks, for a window {@code Platform::runLater}
     */
    public Saves(String name, Executor answers) {
        this.answers = answers;
        threads = Executors.newCachedThreadPool(Background.daemons(name));
    }

    /** A file somebody has asked for. It is under way until its callback has returned, or until it is called off. */
    public final class Save {

        private final List<Path> places;
        private Runnable work;
        private boolean begun;
        private boolean settled;

        private Save(List<Path> places) {
            this.places = places;
        }

        /**
         * Writes when all that goes to the same places, and for which this was called before, has been written; then calls
         * exactly one of the two. Called once; after {@link Saves#close} it does nothing.
         *
         * @param done   receives the result
         * @param failed receives what the work threw
         */
        public <T> void write(Callable<T> writing, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            enqueue(this, () -> {
                Runnable answer = Background.answer(() -> logged(writing), done, failed);
                settle(this);
                answers.execute(() -> {
                    try {
                        answer.run();
                    } finally {
                        end(this);
                    }
                });
            });
        }

        /** Tells that nothing will be written after all; what came of it has been told. */
        public void callOff() {
            settle(this);
            end(this);
        }

        /** A failure that no callback can tell any more goes to the log. */
        private <T> T logged(Callable<T> writing) throws Exception {
            try {
                return writing.call();
            } catch (Exception | Error problem) {
                if (isClosed()) {
                    LOG.error("Not saved: {}", places, problem);
                }
                throw problem;
            }
        }

        private boolean touches(Path place) {
            return places.stream().anyMatch(mine -> mine.startsWith(place) || place.startsWith(mine));
        }

        private boolean touches(Save other) {
            return places.stream().anyMatch(other::touches);
        }

        private boolean isWaiting() {
            return work == null && !settled;
        }

        private boolean isOrdered() {
            return work != null && !settled;
        }
    }

    /**
     * Announces a save whose content is still to come, for instance from an engine. It is under way from now on.
     *
     * @param place  what messages call it: the file, or the folder
     * @param others what else is written along with it
     */
    public Save announce(Path place, Path... others) {
        Save save = new Save(Stream.concat(Stream.of(place), Stream.of(others))
                .map(Saves::absolute)
                .toList());
        synchronized (this) {
            underWay.add(save);
        }
        tell();
        return save;
    }

    /** Announces a save and writes it. */
    public <T> void write(
            Path place, Callable<T> writing, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        announce(place).write(writing, done, failed);
    }

    /** Where something is being written or still to be written, oldest first. */
    public synchronized List<Path> underWay() {
        return underWay.stream().map(save -> save.places.get(0)).toList();
    }

    /** Whether the content of some save is still to come. */
    public synchronized boolean isWaiting() {
        return underWay.stream().anyMatch(Save::isWaiting);
    }

    /** Has something called, where the callbacks are, whenever what is under way has changed. */
    public synchronized void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /**
     * Waits until all is written that was announced before for a place, so that who reads it finds what was saved.
     *
     * @param place a file, or a folder with all that is in it
     */
    public synchronized void await(Path place) throws InterruptedException {
        Path wanted = absolute(place);
        List<Save> before =
                underWay.stream().filter(save -> save.touches(wanted)).toList();
        while (before.stream().anyMatch(save -> !save.settled)) {
            wait();
        }
    }

    /** Gives up what has not been written: nothing is under way any more, and {@link #close} does not wait for it. */
    public void abandon() {
        synchronized (this) {
            closed = true;
            underWay.forEach(save -> save.settled = true);
            underWay.clear();
            notifyAll();
        }
        tell();
    }

    /**
     * Takes no more work and waits for what is being written, at most ten seconds. Failures of that time go to the log, as
     * the window is gone; so does what is not written by then.
     */
    @Override
    public synchronized void close() {
        closed = true;
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            for (long left = PATIENCE_NANOS; isWriting() && left > 0; left = end - System.nanoTime()) {
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        underWay.stream()
                .filter(save -> !save.settled)
                .forEach(save -> LOG.error("Not saved before the window closed: {}", save.places));
        underWay.clear();
        threads.shutdown();
    }

    private boolean isWriting() {
        return underWay.stream().anyMatch(Save::isOrdered);
    }

    private void enqueue(Save save, Runnable work) {
        synchronized (this) {
            if (closed || save.settled) {
                return;
            }
            if (save.work != null) {
                throw new IllegalStateException("a save is written once: " + save.places);
            }
            save.work = work;
            // The order that counts is that of what is to be written, not that of the announcements.
            underWay.remove(save);
            underWay.add(save);
        }
        begin();
    }

    /** Begins what waits for nothing else. */
    private synchronized void begin() {
        List<Save> before = new ArrayList<>();
        for (Save save : underWay) {
            if (save.isOrdered()) {
                if (!save.begun && before.stream().noneMatch(save::touches)) {
                    save.begun = true;
                    threads.execute(save.work);
                }
                before.add(save);
            }
        }
    }

    private void settle(Save save) {
        synchronized (this) {
            save.settled = true;
            notifyAll();
        }
        begin();
    }

    private void end(Save save) {
        synchronized (this) {
            underWay.remove(save);
        }
        tell();
    }

    private void tell() {
        List<Runnable> told;
        synchronized (this) {
            told = List.copyOf(watchers);
        }
        told.forEach(answers::execute);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static Path absolute(Path place) {
        return place.toAbsolutePath().normalize();
    }
}
