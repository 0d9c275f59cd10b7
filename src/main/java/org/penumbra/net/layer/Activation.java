package org.penumbra.net.layer;

import java.util.Arrays;

/**
 * What a layer does to each of its sums. The loops are plain and branch-free, so that the JIT turns them into vector
 * instructions (every array is walked with the same index, or it would not).
 */
public enum Activation {

    /** max(0, z). */
    RELU {
        @Override
        void apply(float[] values, int count) {
            for (int i = 0; i < count; i++) {
                values[i] = Math.max(0f, values[i]);
            }
        }

        @Override
        void slopes(float[] outputs, float[] slopes, int count) {
            for (int i = 0; i < count; i++) {
                // A comparison would not vectorise; anything but 0 and the smallest subnormals becomes 1.
                slopes[i] = Math.min(1f, outputs[i] * Float.MAX_VALUE);
            }
        }
    },

    /** tanh z, absolute error below 3e-7. */
    TANH {
        @Override
        void apply(float[] values, int count) {
            for (int i = 0; i < count; i++) {
                values[i] = tanh(values[i]);
            }
        }

        @Override
        void slopes(float[] outputs, float[] slopes, int count) {
            for (int i = 0; i < count; i++) {
                float a = outputs[i];
                slopes[i] = 1f - a * a;
            }
        }
    },

    /** 1 / (1 + exp(-z)), absolute error below 3e-7. */
    SIGMOID {
        @Override
        void apply(float[] values, int count) {
            for (int i = 0; i < count; i++) {
                values[i] = 0.5f + 0.5f * tanh(0.5f * values[i]);
            }
        }

        @Override
        void slopes(float[] outputs, float[] slopes, int count) {
            for (int i = 0; i < count; i++) {
                float a = outputs[i];
                slopes[i] = a * (1f - a);
            }
        }
    },

    /** z itself. */
    IDENTITY {
        @Override
        void apply(float[] values, int count) {
            // nothing to do
        }

        @Override
        void slopes(float[] outputs, float[] slopes, int count) {
            Arrays.fill(slopes, 0, count, 1f);
        }
    };

    /** Replaces the first sums by outputs. */
    abstract void apply(float[] values, int count);

    /**
     * The derivatives at the sums that led to the outputs: all four can be told from the output alone. At the kink of
     * RELU it is 0.
     */
    abstract void slopes(float[] outputs, float[] slopes, int count);

    /**
     * The Padé approximant [7/6] of tanh at a quarter of the argument, then tanh(2t) = 2 tanh t / (1 + tanh^2 t) twice.
     * Beyond 9 single precision knows only 1. NaN stays NaN.
     */
    private static float tanh(float x) {
        float t = 0.25f * Math.max(-9f, Math.min(9f, x));
        float s = t * t;
        float p = t * (135135f + s * (17325f + s * (378f + s)));
        float q = 135135f + s * (62370f + s * (3150f + s * 28f));
        float half = 2f * p * q / (q * q + p * p);
        return 2f * half / (1f + half * half);
    }
}
