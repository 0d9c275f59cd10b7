package org.penumbra.live.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Results of which none may be lost on the way from the engine to its viewers: points of a curve, measurements. Any
 * thread may add and take, and none ever waits.
 *
 * @param <T> immutable, as it goes from one thread to another
 */
public final class ResultQueue<T> {

    private final Queue<T> results = new ConcurrentLinkedQueue<>();

    public void add(T result) {
        results.add(result);
    }

    /** All results since the last call, oldest first; each is taken once. */
    public List<T> takeAll() {
        List<T> taken = new ArrayList<>();
        for (T result = results.poll(); result != null; result = results.poll()) {
            taken.add(result);
        }
        return taken;
    }

    /** Drops the results that wait to be taken. */
    public void forget() {
        results.clear();
    }
}
