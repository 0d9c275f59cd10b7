package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every derivative of the layer against differences of its formula in float64. */
class UpsampledDeconvolutionTest {

    private static final long SEED = 42;

    /** Some have more rows than are worked on together. */
    @ParameterizedTest
    @CsvSource({
        "4,8,6,5,RELU,2",
        "12,4,1,5,SIGMOID,2",
        "3,2,1,5,SIGMOID,9",
        "2,4,3,3,TANH,17",
        "1,1,1,5,IDENTITY,1",
        "2,3,2,2,RELU,3"
    })
    void forwardAndBackwardAgreeWithTheFormula(
            int side, int channels, int outs, int kernel, Activation activation, int rows) {
        try (Case c = new Case(side, channels, outs, kernel, activation, rows)) {
            double[] expected = c.formula(new float[rows * c.layer.inputs()], 0);
            c.layer.forward(c.in, c.out, rows);
            for (int i = 0; i < expected.length; i++) {
                assertClose("output " + i, expected[i], c.out.values()[i]);
            }
            c.backward(true);
            Random pick = new Random(SEED);
            for (int n = 0; n < 30; n++) {
                int parameter = Case.PAD + pick.nextInt(c.parameters.values().length - Case.PAD);
                assertClose(
                        "parameter " + parameter,
                        c.slope(c.parameters.values(), parameter),
                        c.gradient.values()[parameter]);
                int input = pick.nextInt(rows * c.layer.inputs());
                assertClose(
                        "input " + input,
                        c.slope(c.in.values(), input),
                        c.inGrad.values()[input]);
            }
            int last = c.parameters.values().length - 1;
            assertClose(
                    "the last bias",
                    c.slope(c.parameters.values(), last),
                    c.gradient.values()[last]);
            for (int i = 0; i < Case.PAD; i++) {
                assertEquals(0f, c.gradient.values()[i], "not its range: " + i);
            }
        }
    }

    @Test
    void changedParametersAreTakenOverOnceTheyArePushed() {
        try (Case c = new Case(3, 2, 1, 5, Activation.IDENTITY, 2)) {
            c.layer.forward(c.in, c.out, 2);
            float before = c.out.values()[40];
            for (int i = 0; i < c.parameters.values().length; i++) {
                c.parameters.values()[i] *= 2;
            }
            c.parameters.push(0, c.parameters.values().length);
            c.layer.refresh();
            c.layer.forward(c.in, c.out, 2);
            assertEquals(2 * before, c.out.values()[40], 1e-5f * Math.abs(before));
        }
    }

    @ParameterizedTest
    @CsvSource({"4,8,6,5,RELU,2", "3,2,1,5,SIGMOID,9", "2,4,3,3,TANH,17", "1,1,1,5,IDENTITY,1"})
    void tangentsAgreeWithDifferences(int side, int channels, int outs, int kernel, Activation activation, int rows) {
        try (Case c = new Case(side, channels, outs, kernel, activation, rows);
                Batch direction = new Batch(rows, c.layer.inputs());
                Batch tangent = new Batch(rows, c.layer.outputs())) {
            NumericSlope.fill(new Random(7), direction.values(), 0, 1);
            direction.push(rows);
            c.layer.forward(c.in, c.out, rows);
            c.layer.findSlopes(c.out, rows);
            c.layer.tangent(direction, c.out, tangent, rows);
            double step = 1e-7;
            double[] above = c.formula(direction.values(), step);
            double[] below = c.formula(direction.values(), -step);
            for (int i = 0; i < above.length; i++) {
                assertClose("output " + i, (above[i] - below[i]) / (2 * step), tangent.values()[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3,2,1,5,SIGMOID,9", "2,4,3,3,RELU,17"})
    void theWayBackIsTheSameWithoutLearning(
            int side, int channels, int outs, int kernel, Activation activation, int rows) {
        try (Case c = new Case(side, channels, outs, kernel, activation, rows)) {
            c.layer.forward(c.in, c.out, rows);
            c.backward(true);
            float[] inputs = c.inGrad.values().clone();
            float[] learned = c.gradient.values().clone();
            c.backward(false);
            assertArrayEquals(inputs, c.inGrad.values());
            assertArrayEquals(learned, c.gradient.values());
        }
    }

    private static void assertClose(String what, double expected, double actual) {
        assertEquals(expected, actual, 1e-4 * (1 + Math.abs(expected)), what + ", seed " + SEED);
    }

    /** A layer with random numbers, and its formula, once more and slowly: first repeated, then spread. */
    private static final class Case implements AutoCloseable {

        /** The range of parameters does not begin at 0, so that a forgotten offset shows. */
        static final int PAD = 3;

        final int side;
        final int channels;
        final int outs;
        final int kernel;
        final int rows;
        final Activation activation;
        final Parameters parameters;
        final Parameters gradient;
        final UpsampledDeconvolution layer;
        final Batch in;
        final Batch out;
        final Batch outGrad;
        final Batch inGrad;
        /** L = sum of these times the outputs, so they are dL/d out. */
        final float[] weights;

        Case(int side, int channels, int outs, int kernel, Activation activation, int rows) {
            this.side = side;
            this.channels = channels;
            this.outs = outs;
            this.kernel = kernel;
            this.rows = rows;
            this.activation = activation;
            parameters = new Parameters(PAD + UpsampledDeconvolution.parameterCount(channels, outs, kernel));
            gradient = new Parameters(parameters.values().length);
            layer = new UpsampledDeconvolution(side, channels, outs, kernel, activation, parameters, gradient, PAD);
            in = new Batch(rows, layer.inputs());
            inGrad = new Batch(rows, layer.inputs());
            out = new Batch(rows, layer.outputs());
            outGrad = new Batch(rows, layer.outputs());
            weights = new float[rows * layer.outputs()];
            Random random = new Random(SEED);
            NumericSlope.fill(random, parameters.values(), PAD, (float) (1 / Math.sqrt(kernel * kernel * channels)));
            parameters.push();
            NumericSlope.fill(random, in.values(), 0, 1);
            in.push(rows);
            NumericSlope.fill(random, weights, 0, 1);
            layer.refresh();
        }

        void backward(boolean learn) {
            System.arraycopy(weights, 0, outGrad.values(), 0, weights.length);
            layer.backward(in, out, outGrad, inGrad, learn, rows);
        }

        double slope(float[] values, int index) {
            return NumericSlope.of(
                    values, index, () -> NumericSlope.weighted(weights, formula(new float[rows * layer.inputs()], 0)));
        }

        double[] formula(float[] direction, double step) {
            int outSide = 2 * side + kernel - 1;
            double[] sums = new double[weights.length];
            for (int row = 0; row < rows; row++) {
                for (int u = 0; u < 2 * side; u++) {
                    for (int v = 0; v < 2 * side; v++) {
                        for (int channel = 0; channel < channels; channel++) {
                            int from = row * layer.inputs() + (u / 2 * side + v / 2) * channels + channel;
                            spread(
                                    in.values()[from] + step * direction[from],
                                    channel,
                                    sums,
                                    ((row * outSide + u) * outSide + v) * outs,
                                    outSide);
                        }
                    }
                }
            }
            int bias = PAD + channels * kernel * kernel * outs;
            for (int i = 0; i < sums.length; i++) {
                double z = sums[i] + parameters.values()[bias + i % outs];
                sums[i] = switch (activation) {
                    case RELU -> Math.max(0, z);
                    case TANH -> Math.tanh(z);
                    case SIGMOID -> 1 / (1 + Math.exp(-z));
                    case IDENTITY -> z;
                };
            }
            return sums;
        }

        private void spread(double value, int channel, double[] sums, int at, int outSide) {
            for (int i = 0; i < kernel; i++) {
                for (int j = 0; j < kernel; j++) {
                    for (int o = 0; o < outs; o++) {
                        sums[at + (i * outSide + j) * outs + o] +=
                                value * parameters.values()[PAD + ((channel * kernel + i) * kernel + j) * outs + o];
                    }
                }
            }
        }

        @Override
        public void close() {
            layer.close();
            in.close();
            out.close();
            outGrad.close();
            inGrad.close();
            parameters.close();
            gradient.close();
        }
    }
}
