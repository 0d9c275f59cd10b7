package org.penumbra.data.home;

import java.util.function.LongSupplier;

/**
 * Tells when one mirror sends too little for too long. Only the time spent with this mirror counts, and it counts on when
 * the mirror breaks off and is asked again, so that a mirror cannot begin anew with it.
 */
final class RateWatch {

    private final LeastRate least;
    private final LongSupplier clock;
    private long spent;
    private long begun;
    private long bytes;

    /** @param clock in nanoseconds */
    RateWatch(LeastRate least, LongSupplier clock) {
        this.least = least;
        this.clock = clock;
        begin();
    }

    /** The mirror is asked from now on. */
    void begin() {
        begun = clock.getAsLong();
    }

    /** The mirror is no longer asked. */
    void end() {
        spent += clock.getAsLong() - begun;
    }

    /** So many bytes more have come. */
    void arrived(long more) {
        bytes += more;
    }

    /** Why the mirror is left, as in "is too slow: it sends only 31 bytes in 60 s ..."; empty when it is not, or not yet. */
    String complaint() {
        long now = clock.getAsLong();
        if (spent + now - begun < least.within().toNanos()) {
            return "";
        }
        long came = bytes;
        spent = 0;
        begun = now;
        bytes = 0;
        return came >= least.bytes()
                ? ""
                : "is too slow: it sends only " + came + " bytes in " + MirrorDownload.words(least.within())
                        + ", and at least " + least.bytes() + " are waited for";
    }
}
