package org.penumbra.data.home;

import java.time.Duration;

/**
 * How long a download waits for others.
 *
 * @param connect  for a connection
 * @param silence  for an answer, or for the next byte of it
 * @param attempts how often a mirror that breaks off or falls silent is asked to go on, at least 1
 */
public record FetchPatience(Duration connect, Duration silence, int attempts) {

    /** For the public mirrors. */
    public static FetchPatience standard() {
        return new FetchPatience(Duration.ofSeconds(15), Duration.ofSeconds(30), 4);
    }
}
