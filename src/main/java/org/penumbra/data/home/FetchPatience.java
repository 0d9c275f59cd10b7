package org.penumbra.data.home;

import java.time.Duration;

/**
 * How long a download waits for others.
 *
 * @param connect   for a connection
 * @param silence   for an answer, or for the next byte of it
 * @param leastRate of a mirror that is not silent
 * @param attempts  how often a mirror that breaks off or falls silent is asked to go on, at least 1
 */
public record FetchPatience(Duration connect, Duration silence, LeastRate leastRate, int attempts) {

    /** Slower than any line over which somebody would wait for 12 MB, which would take more than three hours. */
    private static final LeastRate KILOBYTE_A_SECOND = new LeastRate(60_000, Duration.ofMinutes(1));

    /** For the public mirrors. */
    public static FetchPatience standard() {
        return new FetchPatience(Duration.ofSeconds(15), Duration.ofSeconds(30), KILOBYTE_A_SECOND, 4);
    }
}
