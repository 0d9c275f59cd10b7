package org.penumbra.kit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits until something holds that another thread brings about. A wait ends by itself after a minute, and at once where
 * the test's own time is up; the test then fails and says what did not come.
 */
public final class Await {

    /** Far longer than anything takes that does not hang. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long LOOK_NANOS = 1_000_000;

    private Await() {}

    /**
     * Looks every millisecond, a minute at the most, whether it holds.
     *
     * @param what is waited for, as in "the first frame"
     * @throws AssertionError when it does not hold within a minute, or the test's time is up
     */
    public static void await(BooleanSupplier condition, String what) {
        await(condition, PATIENCE, () -> what);
    }

    /** The same, for what can be told only at the end, such as the state that was reached instead. */
    public static void await(BooleanSupplier condition, Supplier<String> what) {
        await(condition, PATIENCE, what);
    }

    /** The same with another patience than a minute. */
    public static void await(BooleanSupplier condition, Duration patience, Supplier<String> what) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("the test's time is up; it still waited for " + what.get());
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("waited " + patience.toSeconds() + " s for " + what.get());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
