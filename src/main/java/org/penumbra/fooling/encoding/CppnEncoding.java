package org.penumbra.fooling.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.fooling.encoding.Cppn.Node;
import org.penumbra.fooling.encoding.Cppn.Shape;

/**
 * A genome is a small network that paints the image, so that a child changes regular shapes and not single pixels. After
 * A. Nguyen, J. Yosinski and J. Clune, Deep Neural Networks are Easily Fooled, 2015, who grew such networks by NEAT; here
 * networks only grow and are not crossed. A child has some weights changed and, at times, a node or a connection more or a
 * node of another shape.
 */
public record CppnEncoding() implements Encoding<Cppn> {

    private static final int MOST_NODES = 40;
    private static final double NEW_NODE = 0.15;
    private static final double NEW_CONNECTION = 0.15;
    private static final double NEW_SHAPE = 0.1;
    private static final double CHANGED_WEIGHTS = 0.3;
    private static final double DEVIATION = 0.7;
    private static final double FIRST_DEVIATION = 2;

    @Override
    public String id() {
        return "cppn";
    }

    /** @throws IllegalArgumentException if the images are not square */
    @Override
    public Cppn first(int dimensions, SplittableRandom random) {
        int side = (int) Math.round(Math.sqrt(dimensions));
        if (side * side != dimensions) {
            throw new IllegalArgumentException(
                    "the CPPN encoding paints square images, but an input of " + dimensions + " numbers is none");
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(new Node(shape(random), new int[] {0, 1, 2, 3}, weights(Cppn.INPUTS, random)));
        }
        nodes.add(new Node(Shape.LINEAR, new int[] {3, 4, 5, 6}, weights(4, random)));
        return new Cppn(side, nodes);
    }

    @Override
    public Cppn mutated(Cppn parent, SplittableRandom random) {
        List<Node> nodes = new ArrayList<>(parent.nodes());
        if (nodes.size() < MOST_NODES && random.nextDouble() < NEW_NODE) {
            grow(nodes, random);
        }
        if (random.nextDouble() < NEW_CONNECTION) {
            connect(nodes, random);
        }
        if (random.nextDouble() < NEW_SHAPE && nodes.size() > 1) {
            int index = random.nextInt(nodes.size() - 1);
            Node node = nodes.get(index);
            nodes.set(index, new Node(shape(random), node.sources(), node.weights()));
        }
        nodes.replaceAll(node -> shaken(node, random));
        shakeOne(nodes, random);
        return new Cppn(parent.side(), nodes);
    }

    /** A new node in the middle of a connection of some node. */
    private static void grow(List<Node> nodes, SplittableRandom random) {
        int index = random.nextInt(nodes.size());
        Node reader = nodes.get(index);
        int[] sources = reader.sources().clone();
        int which = random.nextInt(sources.length);
        Node between = new Node(shape(random), new int[] {sources[which], 3}, new double[] {1, 0});
        sources[which] = Cppn.INPUTS + index;
        nodes.set(index, new Node(reader.shape(), sources, reader.weights()));
        nodes.add(index, between);
        // All nodes behind it have moved up by one.
        for (int i = index + 2; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            int[] moved = Arrays.stream(node.sources())
                    .map(s -> s >= Cppn.INPUTS + index ? s + 1 : s)
                    .toArray();
            nodes.set(i, new Node(node.shape(), moved, node.weights()));
        }
    }

    /** One node reads one more input or earlier node. */
    private static void connect(List<Node> nodes, SplittableRandom random) {
        int index = random.nextInt(nodes.size());
        Node node = nodes.get(index);
        int source = random.nextInt(Cppn.INPUTS + index);
        int size = node.sources().length;
        int[] sources = Arrays.copyOf(node.sources(), size + 1);
        double[] weights = Arrays.copyOf(node.weights(), size + 1);
        sources[size] = source;
        weights[size] = DEVIATION * random.nextGaussian();
        nodes.set(index, new Node(node.shape(), sources, weights));
    }

    private static Node shaken(Node node, SplittableRandom random) {
        double[] weights = node.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            if (random.nextDouble() < CHANGED_WEIGHTS) {
                weights[i] += step(random);
            }
        }
        return new Node(node.shape(), node.sources(), weights);
    }

    /** One weight changes in any case. */
    private static void shakeOne(List<Node> nodes, SplittableRandom random) {
        int index = random.nextInt(nodes.size());
        Node node = nodes.get(index);
        double[] weights = node.weights().clone();
        weights[random.nextInt(weights.length)] += step(random);
        nodes.set(index, new Node(node.shape(), node.sources(), weights));
    }

    /** Coarse and fine steps alike: a normal number times one that is log-uniform over two decades. */
    private static double step(SplittableRandom random) {
        return DEVIATION * random.nextGaussian() * Math.pow(10, -2 * random.nextDouble());
    }

    private static Shape shape(SplittableRandom random) {
        return Shape.values()[random.nextInt(Shape.values().length)];
    }

    private static double[] weights(int count, SplittableRandom random) {
        double[] weights = new double[count];
        Arrays.setAll(weights, i -> FIRST_DEVIATION * random.nextGaussian());
        return weights;
    }

    @Override
    public void draw(Cppn genome, float[] image, int at) {
        genome.draw(image, at);
    }
}
