package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every derivative of the layer against differences of its own forward pass. */
class DenseLayerTest {

    private static final double STEP = 1e-2;

    /** Wide and narrow outputs take different native calls; 1 row and 130 rows differ in their edges. */
    @ParameterizedTest
    @CsvSource({
        "RELU,3,7,5",
        "TANH,3,7,5",
        "SIGMOID,6,9,4",
        "IDENTITY,2,3,6",
        "TANH,4,1,3",
        "TANH,64,64,130",
        "SIGMOID,1,2,1",
        "TANH,5,4,9"
    })
    void backwardAgreesWithDifferences(Activation activation, int inputs, int outputs, int rows) {
        Case c = new Case(activation, inputs, outputs, rows);
        c.layer.forward(c.in, c.out, rows);
        // L = sum of c_ij a_ij has the gradient c at the outputs.
        System.arraycopy(c.weights, 0, c.outGrad.values(), 0, c.weights.length);
        c.layer.backward(c.in, c.out, c.outGrad, c.inGrad, false, rows);
        float[] inputGradient = c.inGrad.values().clone();
        float[] gradient = c.gradient.values().clone();
        Random pick = new Random(7);
        for (int n = 0; n < 40; n++) {
            int i = pick.nextInt(gradient.length);
            assertClose("parameter " + i, c.slopeAtParameter(i), gradient[i]);
            int j = pick.nextInt(rows * inputs);
            assertClose("input " + j, c.slopeAtInput(j), inputGradient[j]);
        }
    }

    @ParameterizedTest
    @CsvSource({"RELU,3,7,5", "TANH,3,7,5", "SIGMOID,6,9,4", "TANH,2,2,8", "TANH,64,64,130", "SIGMOID,3,3,2"})
    void tangentsAgreeWithDifferences(Activation activation, int inputs, int outputs, int rows) {
        Case c = new Case(activation, inputs, outputs, rows);
        Random random = new Random(11);
        try (Batch direction = new Batch(rows, inputs);
                Batch tangent = new Batch(rows, outputs);
                Batch unit = new Batch(rows, outputs);
                Batch column = new Batch(rows, outputs)) {
            for (int i = 0; i < rows * inputs; i++) {
                direction.values()[i] = (float) random.nextGaussian();
            }
            direction.push(rows);
            c.layer.forward(c.in, c.out, rows);
            c.layer.findSlopes(c.out, rows);
            c.layer.tangent(direction, c.out, tangent, rows);
            c.layer.unitTangent(inputs - 1, c.out, unit, rows);
            c.layer.tangentColumn(direction, c.out, outputs - 1, column, rows);
            double[] along = c.difference(direction.values());
            float[] axis = new float[rows * inputs];
            for (int row = 0; row < rows; row++) {
                axis[row * inputs + inputs - 1] = 1;
            }
            double[] alongAxis = c.difference(axis);
            for (int i = 0; i < along.length; i++) {
                assertClose("direction, output " + i, along[i], tangent.values()[i]);
                assertClose("axis, output " + i, alongAxis[i], unit.values()[i]);
            }
            for (int i = outputs - 1; i < along.length; i += outputs) {
                assertClose("column, output " + i, along[i], column.values()[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3,5,4", "8,3,6"})
    void gradientsOfAnInputReadTwiceAreAdded(int inputs, int outputs, int rows) {
        Case c = new Case(Activation.TANH, inputs, outputs, rows);
        c.layer.forward(c.in, c.out, rows);
        System.arraycopy(c.weights, 0, c.outGrad.values(), 0, c.weights.length);
        c.layer.backward(c.in, c.out, c.outGrad, c.inGrad, false, rows);
        float[] once = c.inGrad.values().clone();
        System.arraycopy(c.weights, 0, c.outGrad.values(), 0, c.weights.length);
        c.layer.backward(c.in, c.out, c.outGrad, c.inGrad, true, rows);
        for (int i = 0; i < once.length; i++) {
            assertEquals(2 * once[i], c.inGrad.values()[i], 1e-5 * (1 + Math.abs(once[i])));
        }
    }

    private static void assertClose(String what, double expected, double actual) {
        assertEquals(expected, actual, 2e-3 * (1 + Math.abs(expected)), what);
    }

    /** A layer with random numbers, and its function L in double precision. */
    private static final class Case {
        final Activation activation;
        final int inputs;
        final int outputs;
        final int rows;
        final Parameters parameters;
        final Parameters gradient;
        final Dense layer;
        final Batch in;
        final Batch out;
        final Batch outGrad;
        final Batch inGrad;
        final float[] weights;

        Case(Activation activation, int inputs, int outputs, int rows) {
            this.activation = activation;
            this.inputs = inputs;
            this.outputs = outputs;
            this.rows = rows;
            // The range starts at 3, so that a forgotten offset shows.
            parameters = new Parameters(3 + Dense.parameterCount(inputs, outputs));
            gradient = new Parameters(parameters.values().length);
            layer = new Dense(inputs, outputs, activation, parameters, gradient, 3);
            in = new Batch(rows, inputs);
            out = new Batch(rows, outputs);
            outGrad = new Batch(rows, outputs);
            inGrad = new Batch(rows, inputs);
            weights = new float[rows * outputs];
            Random random = new Random(3);
            for (int i = 3; i < parameters.values().length; i++) {
                parameters.values()[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
            }
            parameters.push();
            for (int i = 0; i < rows * inputs; i++) {
                in.values()[i] = (float) random.nextGaussian();
            }
            in.push(rows);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextGaussian();
            }
        }

        double slopeAtParameter(int i) {
            return i < 3 ? 0 : slope(parameters.values(), i);
        }

        double slopeAtInput(int j) {
            return slope(in.values(), j);
        }

        private double slope(float[] values, int i) {
            float kept = values[i];
            // A ReLU's kink inside the interval would spoil the difference; a tiny step makes that unlikely.
            float step = (float) (activation == Activation.RELU ? 1e-4 : STEP);
            values[i] = kept + step;
            double up = loss();
            double above = values[i];
            values[i] = kept - step;
            double down = loss();
            double below = values[i];
            values[i] = kept;
            return (up - down) / (above - below);
        }

        double[] difference(float[] direction) {
            double step = activation == Activation.RELU ? 1e-7 : 1e-5;
            double[] up = outputs(direction, step);
            double[] down = outputs(direction, -step);
            for (int i = 0; i < up.length; i++) {
                up[i] = (up[i] - down[i]) / (2 * step);
            }
            return up;
        }

        private double loss() {
            double[] a = outputs(new float[rows * inputs], 0);
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += weights[i] * a[i];
            }
            return sum;
        }

        private double[] outputs(float[] direction, double step) {
            float[] p = parameters.values();
            double[] a = new double[rows * outputs];
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < outputs; j++) {
                    double z = p[3 + inputs * outputs + j];
                    for (int i = 0; i < inputs; i++) {
                        int at = row * inputs + i;
                        z += (in.values()[at] + step * direction[at]) * p[3 + i * outputs + j];
                    }
                    a[row * outputs + j] = switch (activation) {
                        case RELU -> Math.max(0, z);
                        case TANH -> Math.tanh(z);
                        case SIGMOID -> 1 / (1 + Math.exp(-z));
                        case IDENTITY -> z;
                    };
                }
            }
            return a;
        }
    }
}
