package org.penumbra.view.widget;

import java.util.ArrayDeque;
import java.util.Deque;

/** How often something happened in the last second. */
public final class FrameRate {

    private static final long SECOND = 1_000_000_000L;

    private final Deque<Long> times = new ArrayDeque<>();

    /** It happened now. @param nanos as of {@link System#nanoTime} */
    public void frame(long nanos) {
        times.addLast(nanos);
    }

    /** How often in the second before now. */
    public double perSecond(long nanos) {
        while (!times.isEmpty() && nanos - times.peekFirst() > SECOND) {
            times.removeFirst();
        }
        return times.size();
    }
}
