package org.penumbra.bench.soak;

import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Asks the window's thread a hundred times a second whether it is there, and keeps how long it takes to answer. One question is
 * under way at a time. Called on the driver's thread.
 */
final class Pauses {

    private static final double MILLION = 1e6;

    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong over;
    private final long limitNanos;

    /** @param limit a pause that is longer is counted, ms */
    Pauses(double limit) {
        limitNanos = (long) (limit * MILLION);
        over = new AtomicLong();
    }

    /** Asks, unless the last question waits for its answer. */
    void ask() {
        long now = System.nanoTime();
        if (asked.compareAndSet(0, now)) {
            Platform.runLater(this::answered);
        }
    }

    private void answered() {
        long took = System.nanoTime() - asked.get();
        answers.incrementAndGet();
        longest.accumulateAndGet(took, Math::max);
        if (took > limitNanos) {
            over.incrementAndGet();
        }
        asked.set(0);
    }

    /** Milliseconds. */
    double longest() {
        return longest.get() / MILLION;
    }

    long tooLong() {
        return over.get();
    }

    long answers() {
        return answers.get();
    }
}
