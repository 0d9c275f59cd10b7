package org.penumbra.data;

/**
 * Memory that a piece of work will take, reckoned from its settings before it begins: right within a factor of two.
 *
 * @param heap   bytes in Java's heap
 * @param beside bytes outside of it, where the native libraries work
 */
public record MemoryNeed(long heap, long beside) {

    /** None. */
    public static final MemoryNeed NONE = new MemoryNeed(0, 0);

    /** Both together. */
    public MemoryNeed and(MemoryNeed other) {
        return new MemoryNeed(Math.addExact(heap, other.heap), Math.addExact(beside, other.beside));
    }

    /** As much so many times. */
    public MemoryNeed times(long count) {
        return new MemoryNeed(Math.multiplyExact(heap, count), Math.multiplyExact(beside, count));
    }

    /** All of it, bytes. */
    public long total() {
        return Math.addExact(heap, beside);
    }
}
