package org.penumbra.command.rings;

import org.penumbra.data.MemoryNeed;

/** What the evaluation at the end of "rings" takes of the memory. */
final class RingsMemory {

    /** Measured: points, reconstruction, its derivatives, error, gamma, confidence, what is on and off, pictures. */
    private static final long BYTES = 56;

    private RingsMemory() {}

    /** For a grid of so many columns and rows. */
    static MemoryNeed ofGrid(int columns, int classes) {
        return new MemoryNeed((BYTES + (long) Float.BYTES * classes) * columns * columns, 0);
    }
}
