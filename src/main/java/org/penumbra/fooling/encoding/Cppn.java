package org.penumbra.fooling.encoding;

import java.util.List;

/**
 * A compositional pattern producing network: a small network that is asked about every place of an image and answers with
 * its grey. Source: K. Stanley, Compositional pattern producing networks: A novel abstraction of development, 2007.
 *
 * @param side   places the image is high and wide
 * @param nodes  in an order in which a node reads only inputs and nodes before it; the last one is the grey, to which a
 *               sigmoid is applied. Sources 0 to 3 are the inputs x and y (from -1 to 1), the distance from the middle and
 *               a constant 1; source 4 + i is node i
 */
public record Cppn(int side, List<Node> nodes) {

    /** x, y, distance, 1. */
    public static final int INPUTS = 4;

    /** What a node does to its sum. */
    public enum Shape {
        /** The sum itself. */
        LINEAR,
        /** A smooth step from -1 to 1. */
        SIGMOID,
        /** A bump around 0. */
        GAUSSIAN,
        /** Waves. */
        SINE,
        /** A crease at 0. */
        ABSOLUTE;

        double of(double sum) {
            return switch (this) {
                case LINEAR -> sum;
                case SIGMOID -> Math.tanh(sum);
                case GAUSSIAN -> Math.exp(-sum * sum);
                case SINE -> Math.sin(sum);
                case ABSOLUTE -> Math.abs(sum);
            };
        }
    }

    /**
     * A node: the shape of the weighted sum of its sources.
     *
     * @param sources indices as in {@link Cppn}
     * @param weights one a source
     */
    public record Node(Shape shape, int[] sources, double[] weights) {}

    public Cppn {
        nodes = List.copyOf(nodes);
    }

    /** Writes the image, side x side numbers in [0, 1], row by row. */
    public void draw(float[] image, int at) {
        double[] values = new double[INPUTS + nodes.size()];
        values[3] = 1;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                values[0] = place(column);
                values[1] = place(row);
                values[2] = Math.hypot(values[0], values[1]);
                image[at + row * side + column] = (float) (1 / (1 + Math.exp(-grey(values))));
            }
        }
    }

    private double grey(double[] values) {
        int index = INPUTS;
        for (Node node : nodes) {
            double sum = 0;
            for (int i = 0; i < node.sources.length; i++) {
                sum += node.weights[i] * values[node.sources[i]];
            }
            values[index++] = node.shape.of(sum);
        }
        return values[index - 1];
    }

    private double place(int index) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }
}
