package org.penumbra.bench.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Asks the window's thread a hundred times a second whether it is there, and keeps how long it takes to answer, and what it was
 * at when that took too long. One question is under way at a time. Called on the driver's thread.
 */
final class Pauses {

    private static final double MILLION = 1e6;
    private static final String OURS = "org.penumbra.";

    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong over = new AtomicLong();
    private final Map<String, Integer> doing = new HashMap<>();
    private final Thread windows;
    private final long limitNanos;
    private long lookedAt;

    /**
     * @param windows the window's thread
     * @param limit   a pause that is longer is counted, ms
     */
    Pauses(Thread windows, double limit) {
        this.windows = windows;
        limitNanos = (long) (limit * MILLION);
    }

    /** Asks, unless the last question waits for its answer; where that waits too long, looks what the thread is at. */
    void ask() {
        long now = System.nanoTime();
        if (asked.compareAndSet(0, now)) {
            Platform.runLater(this::answered);
            return;
        }
        long waiting = asked.get();
        if (waiting != 0 && now - waiting > limitNanos && waiting != lookedAt) {
            lookedAt = waiting;
            doing.merge(place(windows.getStackTrace()), 1, Integer::sum);
        }
    }

    /** Waits until the last question is answered, so that what the driver does next is no pause. */
    void settle() throws InterruptedException {
        while (asked.get() != 0) {
            ask();
            Thread.sleep(1);
        }
    }

    /** The uppermost call, and the uppermost one of ours where that is another. */
    private static String place(StackTraceElement[] trace) {
        if (trace.length == 0) {
            return "nothing that can be seen";
        }
        String top = trace[0].toString();
        return Stream.of(trace)
                .filter(call -> call.getClassName().startsWith(OURS))
                .findFirst()
                .map(StackTraceElement::toString)
                .map(ours -> ours.equals(top) ? top : top + " below " + ours)
                .orElse(top);
    }

    /** What the window's thread was at in pauses that were too long, the most frequent first, a line each. */
    List<String> places() {
        return doing.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .toList();
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
