package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every derivative of the layer against differences of its formula in float64. */
class PooledConvolutionTest {

    private static final long SEED = 41;

    /** All, some or none of the kernel rows in one patch; fewer images than fit. */
    @ParameterizedTest
    @CsvSource({"28,1,4,5,5,2", "12,6,8,5,1,2", "8,2,3,5,1,3", "6,3,2,3,3,1", "7,2,5,4,2,4", "2,1,1,1,1,1"})
    void forwardAndBackwardAgreeWithTheFormula(int side, int channels, int outs, int kernel, int merged, int images) {
        try (Case c = new Case(side, channels, outs, kernel, merged, images)) {
            double[] expected = c.formula();
            c.layer.forward(c.in, Case.PAD, side * channels, side * side * channels, images, c.pass);
            for (int i = 0; i < expected.length; i++) {
                assertClose("output " + i, expected[i], c.pass.out()[c.interleaved(i)]);
            }
            c.backward();
            Random pick = new Random(SEED);
            for (int n = 0; n < 40; n++) {
                int parameter = Case.PAD + pick.nextInt(c.parameters.values().length - Case.PAD);
                assertClose(
                        "parameter " + parameter,
                        c.slope(c.parameters.values(), parameter),
                        c.gradient.values()[parameter]);
                int input = Case.PAD + pick.nextInt(c.in.length - Case.PAD);
                assertClose("input " + input, c.slope(c.in, input), c.inGradient[input]);
            }
            for (int i = 0; i < Case.PAD; i++) {
                assertEquals(0f, c.gradient.values()[i], "not its range: " + i);
            }
        }
    }

    @Test
    void passesAddToTheGradientUntilItIsCleared() {
        try (Case c = new Case(8, 2, 3, 5, 1, 3)) {
            c.layer.forward(c.in, Case.PAD, 16, 128, 3, c.pass);
            c.backward();
            float[] once = c.gradient.values().clone();
            float[] inputs = c.inGradient.clone();
            c.addBackward();
            c.layer.finishGradient();
            for (int i = 0; i < once.length; i++) {
                assertEquals(2 * once[i], c.gradient.values()[i], 1e-5 * (1 + Math.abs(once[i])), "parameter " + i);
            }
            for (int i = 0; i < inputs.length; i++) {
                assertEquals(2 * inputs[i], c.inGradient[i], 1e-5 * (1 + Math.abs(inputs[i])), "input " + i);
            }
            Arrays.fill(c.inGradient, 0f);
            c.backward();
            assertArrayEquals(once, c.gradient.values());
        }
    }

    @Test
    void onBlankGroundTheFirstOfFourPlacesTakesTheWholeGradient() {
        try (Case c = new Case(6, 1, 1, 3, 3, 1)) {
            Arrays.fill(c.in, 0f);
            c.parameters.values()[Case.PAD + 9] = 0.5f;
            c.layer.refresh(1);
            c.layer.forward(c.in, Case.PAD, 6, 36, 1, c.pass);
            Arrays.fill(c.weights, 0f);
            c.weights[3] = 2;
            c.backward();
            // The square at row 1, column 1 begins with the sum at row 2, column 2.
            float[] expected = new float[c.in.length];
            for (int i = 0; i < 9; i++) {
                expected[Case.PAD + (2 + i / 3) * 6 + 2 + i % 3] =
                        2 * c.parameters.values()[Case.PAD + i];
            }
            assertArrayEquals(expected, c.inGradient, 1e-6f);
            assertEquals(2, c.gradient.values()[Case.PAD + 9]);
        }
    }

    private static void assertClose(String what, double expected, double actual) {
        assertEquals(expected, actual, 1e-4 * (1 + Math.abs(expected)), what + ", seed " + SEED);
    }

    /** A layer with random numbers, and its formula, once more and slowly. */
    private static final class Case implements AutoCloseable {

        /** Nothing begins at 0, so that a forgotten offset shows. */
        static final int PAD = 3;

        final int side;
        final int channels;
        final int outs;
        final int kernel;
        final int images;
        final int pooled;
        final Parameters parameters;
        final Parameters gradient;
        final PooledConvolution layer;
        final ConvolutionPass pass;
        final float[] in;
        final float[] inGradient;
        /** L = sum of these times the outputs, so they are dL/d out; image, row, column, channel. */
        final float[] weights;

        Case(int side, int channels, int outs, int kernel, int merged, int images) {
            this.side = side;
            this.channels = channels;
            this.outs = outs;
            this.kernel = kernel;
            this.images = images;
            pooled = (side - kernel + 1) / 2;
            parameters = new Parameters(PAD + PooledConvolution.parameterCount(channels, outs, kernel));
            gradient = new Parameters(parameters.values().length);
            layer = new PooledConvolution(side, channels, outs, kernel, merged, images + 1, parameters, gradient, PAD);
            pass = layer.newPass();
            Random random = new Random(SEED);
            float bound = (float) (1 / Math.sqrt(kernel * kernel * channels));
            NumericSlope.fill(random, parameters.values(), PAD, bound);
            parameters.push();
            in = new float[PAD + images * side * side * channels];
            NumericSlope.fill(random, in, PAD, 1);
            inGradient = new float[in.length];
            weights = new float[images * layer.outputs()];
            NumericSlope.fill(random, weights, 0, 1);
            layer.refresh(images);
        }

        void backward() {
            layer.clearGradient();
            addBackward();
            layer.finishGradient();
        }

        void addBackward() {
            float[] outGradient = new float[weights.length];
            for (int i = 0; i < weights.length; i++) {
                outGradient[interleaved(i)] = weights[i];
            }
            layer.backward(pass, outGradient, images, true, inGradient, PAD, side * channels, side * side * channels);
        }

        /** From image, row, column, channel to the layer's row, image, column, channel. */
        int interleaved(int i) {
            int run = pooled * outs;
            int image = i / (pooled * run);
            int row = i / run % pooled;
            return (row * images + image) * run + i % run;
        }

        double slope(float[] values, int index) {
            return NumericSlope.of(values, index, () -> NumericSlope.weighted(weights, formula()));
        }

        double[] formula() {
            double[] out = new double[weights.length];
            for (int i = 0; i < out.length; i++) {
                int channel = i % outs;
                int column = i / outs % pooled;
                int row = i / (outs * pooled) % pooled;
                int image = i / (outs * pooled * pooled);
                double largest = Double.NEGATIVE_INFINITY;
                for (int corner = 0; corner < 4; corner++) {
                    largest = Math.max(largest, sum(image, 2 * row + corner / 2, 2 * column + corner % 2, channel));
                }
                out[i] = Math.max(0, largest + parameters.values()[PAD + kernel * kernel * channels * outs + channel]);
            }
            return out;
        }

        private double sum(int image, int row, int column, int out) {
            double sum = 0;
            for (int i = 0; i < kernel * kernel * channels; i++) {
                int y = row + i / (kernel * channels);
                int x = column + i / channels % kernel;
                sum += (double) in[PAD + ((image * side + y) * side + x) * channels + i % channels]
                        * parameters.values()[PAD + i * outs + out];
            }
            return sum;
        }

        @Override
        public void close() {
            layer.close();
            pass.close();
            parameters.close();
            gradient.close();
        }
    }
}
