package org.penumbra.detector.negative;

import java.util.SplittableRandom;

/**
 * Weights and biases of a fully connected layer, {@code a = x W + b}.
 *
 * @param inputs  numbers going in
 * @param outputs numbers coming out
 * @param values  W row-major (inputs x outputs), then b
 */
record BackgroundLayer(int inputs, int outputs, float[] values) {

    BackgroundLayer {
        if (values.length != size(inputs, outputs)) {
            throw new IllegalArgumentException("layer from " + inputs + " to " + outputs + ": expected "
                    + size(inputs, outputs) + " numbers, but got " + values.length);
        }
    }

    static int size(int inputs, int outputs) {
        return Math.multiplyExact(inputs + 1, outputs);
    }

    /** Weights uniform in {@code +-sqrt(6 / inputs)}, the scale that suits ReLUs (He et al., ICCV 2015); biases 0. */
    static BackgroundLayer random(int inputs, int outputs, SplittableRandom random) {
        float[] values = new float[size(inputs, outputs)];
        double bound = Math.sqrt(6.0 / inputs);
        for (int i = 0; i < inputs * outputs; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return new BackgroundLayer(inputs, outputs, values);
    }

    /** {@code x W + b}. */
    void forward(float[] x, float[] a) {
        System.arraycopy(values, inputs * outputs, a, 0, outputs);
        for (int i = 0; i < inputs; i++) {
            float number = x[i];
            if (number != 0) {
                int at = i * outputs;
                for (int j = 0; j < outputs; j++) {
                    a[j] += number * values[at + j];
                }
            }
        }
    }

    /** Leaves dL/dx of dL/da. */
    void backward(float[] slopes, float[] before) {
        for (int i = 0; i < inputs; i++) {
            float sum = 0;
            int at = i * outputs;
            for (int j = 0; j < outputs; j++) {
                sum += values[at + j] * slopes[j];
            }
            before[i] = sum;
        }
    }

    /** Adds dL/dW and dL/db of dL/da to a gradient laid out as the values. */
    void addGradient(float[] x, float[] slopes, float[] gradient) {
        for (int i = 0; i < inputs; i++) {
            float number = x[i];
            if (number != 0) {
                int at = i * outputs;
                for (int j = 0; j < outputs; j++) {
                    gradient[at + j] += number * slopes[j];
                }
            }
        }
        int bias = inputs * outputs;
        for (int j = 0; j < outputs; j++) {
            gradient[bias + j] += slopes[j];
        }
    }
}
