package org.penumbra.net.image;

import java.util.concurrent.TimeUnit;

/**
 * How often something was done, and how long that took.
 *
 * @param calls at least 1
 */
record Stopwatch(long calls, double seconds) {

    /** Calls a second. */
    double speed() {
        return calls / seconds;
    }

    /**
     * Does something over and over.
     *
     * @param seconds after which no further call is begun; there is at least one
     */
    static Stopwatch time(Runnable work, double seconds) {
        long begin = System.nanoTime();
        long enough = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        long calls = 0;
        long taken;
        do {
            work.run();
            calls++;
            taken = System.nanoTime() - begin;
        } while (taken < enough);
        return new Stopwatch(calls, (double) taken / TimeUnit.SECONDS.toNanos(1));
    }
}
