package org.penumbra.speed;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What came out when an engine had its turn in a round. Processor times are in seconds, summed over all cores; NaN where
 * the platform does not tell.
 *
 * @param round   from 1
 * @param row     what it did
 * @param engine  who did it
 * @param done    images, or products
 * @param seconds how long it took
 * @param own     processor time of the engine's process
 * @param waiting processor time of the benchmark's other processes, whose turn it was not
 * @param others  processor time of everything else on this machine
 * @param stolen  processor time that the host of a virtual machine gave to somebody else
 */
public record Turn(
        int round,
        Row row,
        Engine engine,
        long done,
        double seconds,
        double own,
        double waiting,
        double others,
        double stolen) {

    /** Images, or products, a second. */
    @JsonIgnore
    public double speed() {
        return done / seconds;
    }
}
