package org.penumbra.live.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The newest of several values, which is taken once; those that were not taken in time are dropped. Any thread may put
 * and take, and none ever waits.
 *
 * @param <T> immutable, as it goes from one thread to another
 */
public final class Newest<T> {

    private final AtomicReference<T> value = new AtomicReference<>();

    /**
     * Puts a value in the place of the one before.
     *
     * @return whether there was one that nobody had taken
     */
    public boolean put(T newer) {
        return value.getAndSet(newer) != null;
    }

    /** The value, if none has taken it yet. */
    public Optional<T> take() {
        return Optional.ofNullable(value.getAndSet(null));
    }

    /** Whether the last value was taken, or there was none yet. */
    public boolean isTaken() {
        return value.get() == null;
    }

    /** Drops the value that waits to be taken, and with it the memory it holds. */
    public void forget() {
        value.set(null);
    }
}
