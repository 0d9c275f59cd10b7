package org.penumbra.net.layer;

import java.util.Random;
import java.util.function.DoubleSupplier;

/** Derivatives by central differences, for layers whose loss is written down in float64 beside them. */
final class NumericSlope {

    private NumericSlope() {}

    /**
     * dL/d {@code values[index]}, which is changed and put back.
     *
     * @param loss L, computed from the values as they are
     */
    static double of(float[] values, int index, DoubleSupplier loss) {
        float kept = values[index];
        // Both steps are exact in float32, and too small to switch ReLU or to change which of four places is the
        // largest.
        float step = Math.ulp(Math.max(Math.abs(kept), 0.5f)) * 8;
        values[index] = kept + step;
        double up = loss.getAsDouble();
        double above = values[index];
        values[index] = kept - step;
        double down = loss.getAsDouble();
        double below = values[index];
        values[index] = kept;
        return (up - down) / (above - below);
    }

    /** Sum of the products, so that the weights are dL/d outputs. */
    static double weighted(float[] weights, double[] outputs) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += weights[i] * outputs[i];
        }
        return sum;
    }

    /** Fills values from an index on with normal numbers times a scale. */
    static void fill(Random random, float[] values, int from, float scale) {
        for (int i = from; i < values.length; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
    }
}
