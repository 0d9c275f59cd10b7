package org.penumbra.net.layer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * What a {@link PooledConvolution} keeps of its forward pass over a few images, for the backward pass. The images of one
 * pass lie side by side in every array, as the layer's Javadoc tells.
 */
public final class ConvolutionPass implements AutoCloseable {

    final int capacity;
    final FloatPointer patches;
    /** The sums at the four places of each 2x2 square: row and column even; column odd; row odd; both odd. */
    final float[][] corners;

    final float[] out;

    ConvolutionPass(int capacity, int patchNumbers, int outNumbers) {
        this.capacity = capacity;
        patches = new FloatPointer((long) capacity * patchNumbers);
        corners = new float[4][capacity * outNumbers];
        out = new float[capacity * outNumbers];
    }

    /** The outputs, {@code [row][image][column][channel]}; live, not a copy. */
    public float[] out() {
        return out;
    }

    /** Frees native memory. */
    @Override
    public void close() {
        patches.close();
    }
}
