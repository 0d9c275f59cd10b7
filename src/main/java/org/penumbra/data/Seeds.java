package org.penumbra.data;

/**
 * The seeds of a run, all derived from one: initial weights, data, batch order and noise each have their own, so that
 * a change in how one of them draws its numbers leaves the others as they were.
 *
 * <p>Stream s of seed x is {@code mix(mix(x) + s * golden)}, with the finaliser of SplitMix64 (Steele, Lea, Flood:
 * Fast Splittable Pseudorandom Number Generators, 2014). It is one-to-one: different seeds give different streams.
 *
 * @param seed the one seed, any number
 */
public record Seeds(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** For the initial weights. */
    public long weights() {
        return stream(1);
    }

    /** For the points drawn from a data set. */
    public long data() {
        return stream(2);
    }

    /** For the order of the mini-batches. */
    public long batches() {
        return stream(3);
    }

    /** For the corruption of the inputs. */
    public long noise() {
        return stream(4);
    }

    /** For the units that dropout leaves out. */
    public long dropout() {
        return stream(5);
    }

    /** For the sign vectors that probe a Jacobian. */
    public long probes() {
        return stream(6);
    }

    /** For the trials of an attack, each of which has an {@link #item} of it. */
    public long attacks() {
        return stream(7);
    }

    /** For the images that stand for many where something is to be seen soon. */
    public long samples() {
        return stream(8);
    }

    /**
     * One of the streams a stream is divided into, for numbers that must not depend on who draws them in which order: a
     * step's noise, for example, is the same whatever steps were taken before and however many cores share it.
     *
     * @param stream one of the above
     * @param index  any number
     */
    public static long item(long stream, long index) {
        return mix(mix(stream) + index * GOLDEN);
    }

    private long stream(int number) {
        return mix(mix(seed) + number * GOLDEN);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
