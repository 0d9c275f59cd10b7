package org.penumbra.net.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.layer.Activation;

/** Every way to the Jacobian's diagonal against a plain computation in double precision. */
class JacobianTest {

    /** Two hidden ReLU layers are walked, other deep ones folded, one hidden layer goes tangent by tangent. */
    @ParameterizedTest
    @CsvSource({
        "RELU,20,16,0",
        "RELU,64,64,0",
        "RELU,5,6,0",
        "TANH,20,16,0",
        "SIGMOID,9,7,0",
        "RELU,12,10,8",
        "TANH,12,10,8",
        "RELU,12,0,0",
        "TANH,12,0,0"
    })
    void theDiagonalIsThatOfThePlainComputation(Activation activation, int first, int second, int third) {
        List<Integer> hidden =
                third > 0 ? List.of(first, second, third) : second > 0 ? List.of(first, second) : List.of(first);
        Grid grid = new Grid(PlaneRegion.STANDARD, 37, 23);
        float[] points = grid.points();
        try (DenseNetwork network =
                new DenseNetwork(2, 3, new DenseSettings(hidden, activation), Activation.IDENTITY)) {
            network.initialise(8);
            float[] weights = network.parameters();
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= 2.5f;
            }
            network.setParameters(weights);
            float[] diagonal = network.jacobianDiagonal(points, grid.size());
            float[] gamma = network.respond(points, grid.size()).gamma();
            for (int point = 0; point < grid.size(); point++) {
                double[] expected = plain(network, weights, points[2 * point], points[2 * point + 1], activation);
                for (int axis = 0; axis < 2; axis++) {
                    assertEquals(
                            expected[axis],
                            diagonal[2 * point + axis],
                            2e-5 * (1 + Math.abs(expected[axis])),
                            "point " + point + ", axis " + axis);
                }
                double mean = (expected[0] + expected[1]) / 2 - 1;
                assertEquals(mean, gamma[point], 2e-5 * (1 + Math.abs(mean)), "gamma of point " + point);
            }
        }
    }

    private static double[] plain(DenseNetwork network, float[] weights, double x, double y, Activation activation) {
        double[] values = {x, y};
        double[][] tangents = {{1, 0}, {0, 1}};
        for (var layer : network.namedLayers().entrySet()) {
            if (!layer.getKey().equals("y")) {
                boolean last = layer.getKey().equals("r");
                int from = layer.getValue().offset();
                int in = layer.getValue().inputs();
                int out = layer.getValue().outputs();
                double[] sums = product(values, weights, from, in, out);
                double[][] next = new double[2][];
                for (int axis = 0; axis < 2; axis++) {
                    next[axis] = product(tangents[axis], weights, from, in, out);
                }
                for (int j = 0; j < out; j++) {
                    sums[j] += weights[from + in * out + j];
                    double slope = last ? 1 : slope(activation, sums[j]);
                    sums[j] = last ? sums[j] : output(activation, sums[j]);
                    next[0][j] *= slope;
                    next[1][j] *= slope;
                }
                values = sums;
                tangents = next;
            }
        }
        return new double[] {tangents[0][0], tangents[1][1]};
    }

    private static double[] product(double[] row, float[] weights, int from, int in, int out) {
        double[] result = new double[out];
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
                result[j] += row[i] * weights[from + i * out + j];
            }
        }
        return result;
    }

    private static double output(Activation activation, double sum) {
        return switch (activation) {
            case RELU -> Math.max(0, sum);
            case TANH -> Math.tanh(sum);
            case SIGMOID -> 1 / (1 + Math.exp(-sum));
            case IDENTITY -> sum;
        };
    }

    private static double slope(Activation activation, double sum) {
        double a = output(activation, sum);
        return switch (activation) {
            case RELU -> sum > 0 ? 1 : 0;
            case TANH -> 1 - a * a;
            case SIGMOID -> a * (1 - a);
            case IDENTITY -> 1;
        };
    }
}
