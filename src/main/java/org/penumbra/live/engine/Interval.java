package org.penumbra.live.engine;

/** A time that must pass between two times that something is done, such as a report of figures that a person reads. */
public final class Interval {

    private static final long REPORTS = 100_000_000;

    private final long nanos;
    private long start;
    private boolean begun;

    /** @param nanos its length, nanoseconds; it is over until it is begun */
    public Interval(long nanos) {
        this.nanos = nanos;
    }

    /** The interval between two reports of how something is doing: ten a second are as many as a person can follow. */
    public static Interval ofReports() {
        return new Interval(REPORTS);
    }

    /**
     * Whether it has passed since it was begun.
     *
     * @param now nanoseconds of a clock that only goes on, which may be negative
     */
    public boolean isOver(long now) {
        return !begun || now - start >= nanos;
    }

    /** It begins, and passes anew. @param now as in {@link #isOver} */
    public void begin(long now) {
        start = now;
        begun = true;
    }

    /** It is over at once, until it is begun again. */
    public void end() {
        begun = false;
    }
}
