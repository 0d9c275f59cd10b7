package org.penumbra.live.train;

/** How many images a second a run has trained on lately, what is shown included. */
final class TrainingSpeed {

    private static final long WINDOW = 1_000_000_000L;
    /** So much of the first window is enough for a first guess, nanoseconds. */
    private static final long FIRST = 200_000_000L;
    /** Share of the newest window; the others fade. */
    private static final double NEWEST = 0.3;

    private long start;
    private long images;
    private double rate;

    /** Training begins or goes on after a pause; what was before says nothing. */
    void restart(long now) {
        start = now;
        images = 0;
        rate = 0;
    }

    void trained(int count, long now) {
        images += count;
        long nanos = now - start;
        if (nanos >= WINDOW) {
            double newest = images * 1e9 / nanos;
            rate = rate == 0 ? newest : NEWEST * newest + (1 - NEWEST) * rate;
            start = now;
            images = 0;
        }
    }

    /** Images a second; 0 while it is not known. */
    double imagesPerSecond(long now) {
        return rate > 0 ? rate : now - start >= FIRST ? images * 1e9 / (now - start) : 0;
    }
}
