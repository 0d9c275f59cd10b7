package org.penumbra.live.data;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast bytes have come lately. */
final class ByteRate {

    private static final long WINDOW_NANOS = 3_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    /** How many bytes there were at a time. */
    private record Mark(long nanos, long bytes) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /**
     * Notes how many bytes have come so far.
     *
     * @param nanos of a clock that only goes on
     * @return bytes a second during the last three seconds, or since the first call; NaN at the first call
     */
    double at(long nanos, long bytes) {
        marks.addLast(new Mark(nanos, bytes));
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > WINDOW_NANOS) {
            marks.removeFirst();
        }
        Mark first = marks.getFirst();
        return nanos == first.nanos()
                ? Double.NaN
                : NANOS_PER_SECOND * (bytes - first.bytes()) / (nanos - first.nanos());
    }
}
