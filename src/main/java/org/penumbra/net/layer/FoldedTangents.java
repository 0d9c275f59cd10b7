package org.penumbra.net.layer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The directional derivatives along the input axes after the first two layers, in one product each. Along axis i the
 * first layer gives {@code W1[i] * f1'}, so that {@code (W1[i] * f1') W2 = f1' (diag(W1[i]) W2)}: with the scaled
 * weights prepared once for all inputs, the slopes f1' take the place of derivatives that would have to be made, and
 * copied, for every axis.
 */
public final class FoldedTangents implements AutoCloseable {

    private final Dense first;
    private final Dense second;
    private final float[] scaled;
    private final FloatPointer[] weights;

    /**
     * @param first  the layer that reads the inputs; for each of them one matrix as large as W2 is kept
     * @param second the layer after it, with more than a few outputs
     */
    public FoldedTangents(Dense first, Dense second) {
        this.first = first;
        this.second = second;
        scaled = new float[second.inputs() * second.outputs()];
        weights = new FloatPointer[first.inputs()];
        for (int axis = 0; axis < weights.length; axis++) {
            weights[axis] = new FloatPointer((long) scaled.length);
        }
    }

    /** Takes over the layers' present weights. */
    public void refresh() {
        int columns = second.outputs();
        for (int axis = 0; axis < weights.length; axis++) {
            for (int row = 0; row < second.inputs(); row++) {
                float factor = first.weight(axis, row);
                for (int column = 0; column < columns; column++) {
                    scaled[row * columns + column] = factor * second.weight(row, column);
                }
            }
            weights[axis].put(scaled);
        }
    }

    /**
     * The derivatives after the second layer.
     *
     * @param axis       of the input
     * @param firstOut   what the first layer's forward pass gave, its slopes found and pushed
     * @param secondOut  what the second layer's gave, its slopes found
     * @param tangentOut receives them on both sides
     */
    public void tangent(int axis, Batch firstOut, Batch secondOut, Batch tangentOut, int rows) {
        MatrixProduct.multiply(
                rows, second.outputs(), second.inputs(), firstOut.slopesMemory(), weights[axis], tangentOut.memory());
        second.finishTangent(secondOut, tangentOut, rows);
    }

    /** Frees native memory. */
    @Override
    public void close() {
        for (FloatPointer matrix : weights) {
            matrix.close();
        }
    }
}
