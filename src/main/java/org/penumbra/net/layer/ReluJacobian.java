package org.penumbra.net.layer;

import java.util.Arrays;

/**
 * The diagonal of the Jacobian of three ReLU layers and a linear one, for inputs that come in an order in which
 * neighbours are alike, such as the cells of a picture.
 *
 * <p>With the slopes s1, s2, s3 of the three layers, each 0 or 1, {@code dr_i/dx_i = sum_k s2_k u_ik v_ik}, where
 * {@code u_ik = sum_j s1_j W1[i][j] W2[j][k]} runs forward from the input and {@code v_ik = sum_m s3_m W3[k][m] W4[m][i]}
 * backward from the output. From one cell to the next hardly a unit switches, so both sums are kept and only the rows of
 * units that switched are added or taken away: a few hundred additions where matrix products take sixteen thousand.
 */
public final class ReluJacobian {

    private final Dense[] layers;
    private final int axes;
    private final int middle;
    private final float[][] forward;
    private final float[][] backward;

    /**
     * @param layers first, second, third with RELU, and the last with IDENTITY and as many outputs as the first has
     *               inputs, as {@link #fits} says
     */
    public ReluJacobian(Dense... layers) {
        if (!fits(layers)) {
            throw new IllegalArgumentException("expected three RELU layers and a linear one back to the inputs");
        }
        this.layers = layers.clone();
        axes = layers[0].inputs();
        middle = layers[1].outputs();
        forward = new float[layers[0].outputs()][axes * middle];
        backward = new float[layers[2].outputs()][axes * middle];
    }

    /** Whether these layers are of the kind this class can do. */
    public static boolean fits(Dense... layers) {
        return layers.length == 4
                && Arrays.stream(layers, 0, 3).allMatch(layer -> layer.activation() == Activation.RELU)
                && layers[3].activation() == Activation.IDENTITY
                && layers[3].outputs() == layers[0].inputs();
    }

    /** Takes over the layers' present weights. */
    public void refresh() {
        for (int axis = 0; axis < axes; axis++) {
            for (int k = 0; k < middle; k++) {
                int at = axis * middle + k;
                for (int j = 0; j < forward.length; j++) {
                    forward[j][at] = layers[0].weight(axis, j) * layers[1].weight(j, k);
                }
                for (int m = 0; m < backward.length; m++) {
                    backward[m][at] = layers[2].weight(k, m) * layers[3].weight(m, axis);
                }
            }
        }
    }

    /** A place to walk from input to input; one for each thread. */
    public Walk walk() {
        return new Walk();
    }

    /** Keeps the sums of the input it was at last. */
    public final class Walk {

        private final Side fromInput = new Side(forward);
        private final Side fromOutput = new Side(backward);
        private final float[] product = new float[axes * middle];

        private Walk() {}

        /**
         * The diagonal at some inputs.
         *
         * @param out1     what the first layer's forward pass gave
         * @param out2     what the second's gave, its slopes found
         * @param out3     what the third's gave
         * @param diagonal receives dr_i/dx_i, row-major
         * @param at       where in there the first row goes
         */
        public void diagonal(Batch out1, Batch out2, Batch out3, int rows, float[] diagonal, int at) {
            // Sums carried on for long would collect rounding errors.
            fromInput.begin();
            fromOutput.begin();
            for (int row = 0; row < rows; row++) {
                fromInput.moveTo(out1.values(), row * forward.length);
                fromOutput.moveTo(out3.values(), row * backward.length);
                multiply(fromInput.sum, fromOutput.sum, product);
                for (int axis = 0; axis < axes; axis++) {
                    diagonal[at + row * axes + axis] = dot(product, axis * middle, out2.slopes(), row * middle, middle);
                }
            }
        }
    }

    /** The sum of the rows of active units. */
    private static final class Side {

        private final float[][] rows;
        private final boolean[] active;
        private final float[] sum;

        Side(float[][] rows) {
            this.rows = rows;
            active = new boolean[rows.length];
            sum = new float[rows[0].length];
        }

        void begin() {
            Arrays.fill(active, false);
            Arrays.fill(sum, 0f);
        }

        void moveTo(float[] outputs, int from) {
            for (int unit = 0; unit < active.length; unit++) {
                boolean now = outputs[from + unit] > 0f;
                if (now != active[unit]) {
                    active[unit] = now;
                    add(rows[unit], now ? 1f : -1f, sum);
                }
            }
        }
    }

    private static void add(float[] row, float sign, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * row[i];
        }
    }

    private static void multiply(float[] first, float[] second, float[] product) {
        for (int i = 0; i < product.length; i++) {
            product[i] = first[i] * second[i];
        }
    }

    /** Four sums at once, as one would wait for itself. */
    private static float dot(float[] first, int at, float[] second, int from, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += first[at + i] * second[from + i];
            b += first[at + i + 1] * second[from + i + 1];
            c += first[at + i + 2] * second[from + i + 2];
            d += first[at + i + 3] * second[from + i + 3];
        }
        for (; i < count; i++) {
            a += first[at + i] * second[from + i];
        }
        return (a + b) + (c + d);
    }
}
