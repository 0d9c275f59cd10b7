package org.penumbra.net.layer;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The parameters of a network, or the gradient with respect to them: one flat vector with a Java side and a native side
 * like {@link Batch}. Layers own ranges of it.
 */
public final class Parameters implements AutoCloseable {

    private final float[] values;
    private final FloatPointer memory;
    private final AtomicLong version = new AtomicLong();

    /** @param count how many numbers, at least 1 */
    public Parameters(int count) {
        MatrixProduct.useOneThread();
        values = new float[count];
        memory = new FloatPointer((long) count);
        memory.put(values);
    }

    /** The Java side; live, not a copy. After a change {@link #push} it. */
    public float[] values() {
        return values;
    }

    /** Makes the native side equal to the Java side. */
    public void push() {
        memory.put(values);
        version.incrementAndGet();
    }

    /** Makes the numbers {@code from} (included) to {@code to} (excluded) of the native side equal to the Java side. */
    public void push(int from, int to) {
        new FloatPointer(memory).position(from).put(values, from, to - from);
        version.incrementAndGet();
    }

    /** A number that every push changes, so that what a layer derives from the parameters is derived once a change. */
    long version() {
        return version.get();
    }

    /** The native side from an offset on; a new header over the same memory, so keep it. */
    FloatPointer from(int offset) {
        return new FloatPointer(memory).position(offset);
    }

    /** Frees the native side. */
    @Override
    public void close() {
        memory.close();
    }
}
