package org.penumbra.net.image;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.StepLosses;

/**
 * The four image networks again, as slowly and plainly as they can be written: float64, one image at a time, straight
 * loops, nothing shared with the layers it judges. Pictures and activations are row, column, channel.
 */
public final class PlainImageNetwork {

    /** The forward pass of some images: count x units, count x units, count x 784 (empty without a decoder). */
    public record Outputs(double[] logits, double[] probabilities, double[] reconstructions) {}

    /** All that one image passes through; {@code reconstruction} is empty without a decoder. */
    public record Trace(double[] first, double[] second, double[] code, double[] logits, double[] reconstruction) {}

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int KERNEL = 5;

    private final ImageSettings settings;
    private final Map<String, ParameterBlock> blocks = new LinkedHashMap<>();
    private final double[] parameters;

    /** All parameters 0. */
    public PlainImageNetwork(ImageSettings settings) {
        this.settings = settings;
        layer("convolution1", List.of(KERNEL, KERNEL, 1, 32), 32);
        layer("convolution2", List.of(KERNEL, KERNEL, 32, 64), 64);
        layer("code", List.of(1024, 400), 400);
        layer("head", List.of(400, settings.classes() * settings.omega()), settings.classes() * settings.omega());
        if (settings.architecture() == ImageArchitecture.DAE_SYM) {
            layer("decoder1", List.of(400, 1024), 1024);
            layer("decoder2", List.of(64, KERNEL, KERNEL, 32), 32);
            layer("decoder3", List.of(32, KERNEL, KERNEL, 1), 1);
        } else if (settings.architecture() == ImageArchitecture.DAE_ASYM) {
            layer("decoder1", List.of(400, PIXELS), PIXELS);
        }
        parameters = new double[size()];
    }

    private void layer(String name, List<Integer> weights, int biases) {
        ParameterBlock block = new ParameterBlock(name + "/weights", weights, size());
        blocks.put(block.name(), block);
        blocks.put(name + "/biases", new ParameterBlock(name + "/biases", List.of(biases), size()));
    }

    private int size() {
        return blocks.values().stream().mapToInt(ParameterBlock::size).sum();
    }

    /** Every block in the order of the flat vector. */
    public List<ParameterBlock> blocks() {
        return List.copyOf(blocks.values());
    }

    /** The flat vector itself, not a copy. */
    public double[] parameters() {
        return parameters;
    }

    /** Takes over a flat vector. */
    public void setParameters(float[] values) {
        if (values.length != parameters.length) {
            throw new IllegalArgumentException(values.length + " values for " + parameters.length + " parameters");
        }
        Arrays.setAll(parameters, i -> values[i]);
    }

    /** Numbers of a sensible size for every parameter, biases too: uniform within 1/sqrt(what a unit sums up). */
    public float[] randomParameters(Random random) {
        float[] values = new float[parameters.length];
        double bound = 1;
        for (ParameterBlock block : blocks.values()) {
            if (block.name().endsWith("/weights")) {
                bound = 1 / Math.sqrt(summands(block.shape()));
            }
            for (int i = block.from(); i < block.from() + block.size(); i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
        }
        return values;
    }

    private static int summands(List<Integer> shape) {
        if (shape.size() == 2) {
            return shape.get(0);
        }
        return KERNEL * KERNEL * (shape.get(0) == KERNEL ? shape.get(2) : shape.get(0));
    }

    /** Grey noise with some black in it, as many images as asked for. */
    public static float[] randomImages(Random random, int count) {
        float[] images = new float[count * PIXELS];
        for (int i = 0; i < images.length; i++) {
            images[i] = Math.max(0, 1.5f * random.nextFloat() - 0.5f);
        }
        return images;
    }

    /** Runs some images: count x 784. */
    public Outputs forward(float[] images, int count) {
        int units = settings.units();
        double[] logits = new double[count * units];
        double[] probabilities = new double[count * units];
        double[] reconstructions = new double[settings.architecture().reconstructs() ? count * PIXELS : 0];
        for (int image = 0; image < count; image++) {
            double[] x = new double[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                x[i] = images[image * PIXELS + i];
            }
            Trace trace = trace(x);
            System.arraycopy(trace.logits(), 0, logits, image * units, units);
            System.arraycopy(softmax(trace.logits()), 0, probabilities, image * units, units);
            int pixels = trace.reconstruction().length;
            System.arraycopy(trace.reconstruction(), 0, reconstructions, image * pixels, pixels);
        }
        return new Outputs(logits, probabilities, reconstructions);
    }

    /** Runs one image of 784 numbers; first and second are what leaves the two pooled convolutions. */
    public Trace trace(double[] image) {
        double[] first =
                relu(pool(correlate(image, SIDE, 1, of("convolution1/weights"), of("convolution1/biases")), 24, 32));
        double[] second =
                relu(pool(correlate(first, 12, 32, of("convolution2/weights"), of("convolution2/biases")), 8, 64));
        double[] code = relu(dense(second, of("code/weights"), of("code/biases")));
        double[] logits = dense(code, of("head/weights"), of("head/biases"));
        return new Trace(first, second, code, logits, decode(code));
    }

    private double[] decode(double[] code) {
        if (!settings.architecture().reconstructs()) {
            return new double[0];
        }
        double[] hidden = dense(code, of("decoder1/weights"), of("decoder1/biases"));
        if (settings.architecture() == ImageArchitecture.DAE_ASYM) {
            return sigmoid(hidden);
        }
        double[] wide =
                relu(scatter(repeat(relu(hidden), 4, 64), 8, 64, of("decoder2/weights"), of("decoder2/biases")));
        return sigmoid(scatter(repeat(wide, 12, 32), 24, 32, of("decoder3/weights"), of("decoder3/biases")));
    }

    /** Mean cross-entropy and mean squared error of corrupted images; COOL's target is 1/omega on each true unit. */
    public StepLosses losses(float[] clean, float[] corrupted, int[] labels, int count) {
        Outputs outputs = forward(corrupted, count);
        int omega = settings.omega();
        double entropy = 0;
        for (int image = 0; image < count; image++) {
            int from = image * settings.units();
            double[] z = Arrays.copyOfRange(outputs.logits(), from, from + settings.units());
            double largest = Arrays.stream(z).max().orElseThrow();
            double log = largest
                    + Math.log(Arrays.stream(z)
                            .map(value -> Math.exp(value - largest))
                            .sum());
            for (int j = 0; j < omega; j++) {
                entropy += (log - z[labels[image] * omega + j]) / omega;
            }
        }
        double squares = 0;
        for (int i = 0; i < outputs.reconstructions().length; i++) {
            double difference = outputs.reconstructions()[i] - clean[i];
            squares += difference * difference;
        }
        return new StepLosses(entropy / count, squares / (count * PIXELS));
    }

    private double[] of(String name) {
        ParameterBlock block = blocks.get(name);
        return Arrays.copyOfRange(parameters, block.from(), block.from() + block.size());
    }

    /** out[u][v][o] = b[o] + sum of in[u+i][v+j][c] w[i][j][c][o]; in is side x side x channels. */
    static double[] correlate(double[] in, int side, int channels, double[] w, double[] b) {
        int size = side - KERNEL + 1;
        int outs = b.length;
        double[] out = new double[size * size * outs];
        for (int u = 0; u < size; u++) {
            for (int v = 0; v < size; v++) {
                int to = (u * size + v) * outs;
                System.arraycopy(b, 0, out, to, outs);
                for (int i = 0; i < KERNEL; i++) {
                    for (int j = 0; j < KERNEL; j++) {
                        for (int c = 0; c < channels; c++) {
                            double x = in[((u + i) * side + v + j) * channels + c];
                            int from = ((i * KERNEL + j) * channels + c) * outs;
                            for (int o = 0; o < outs; o++) {
                                out[to + o] += x * w[from + o];
                            }
                        }
                    }
                }
            }
        }
        return out;
    }

    /** out[u+i][v+j][o] += in[u][v][c] w[c][i][j][o], on top of b[o]; in is side x side x channels. */
    static double[] scatter(double[] in, int side, int channels, double[] w, double[] b) {
        int size = side + KERNEL - 1;
        int outs = b.length;
        double[] out = new double[size * size * outs];
        Arrays.setAll(out, i -> b[i % outs]);
        for (int u = 0; u < side; u++) {
            for (int v = 0; v < side; v++) {
                for (int c = 0; c < channels; c++) {
                    double x = in[(u * side + v) * channels + c];
                    for (int i = 0; i < KERNEL; i++) {
                        for (int j = 0; j < KERNEL; j++) {
                            int to = ((u + i) * size + v + j) * outs;
                            int from = ((c * KERNEL + i) * KERNEL + j) * outs;
                            for (int o = 0; o < outs; o++) {
                                out[to + o] += x * w[from + o];
                            }
                        }
                    }
                }
            }
        }
        return out;
    }

    /** The largest of every 2 x 2 places, channel by channel; in is side x side x channels. */
    static double[] pool(double[] in, int side, int channels) {
        int size = side / 2;
        double[] out = new double[size * size * channels];
        Arrays.fill(out, Double.NEGATIVE_INFINITY);
        for (int u = 0; u < side; u++) {
            for (int v = 0; v < side; v++) {
                for (int c = 0; c < channels; c++) {
                    int to = (u / 2 * size + v / 2) * channels + c;
                    out[to] = Math.max(out[to], in[(u * side + v) * channels + c]);
                }
            }
        }
        return out;
    }

    /** Every place twice in both directions; in is side x side x channels. */
    static double[] repeat(double[] in, int side, int channels) {
        int size = 2 * side;
        double[] out = new double[size * size * channels];
        for (int u = 0; u < size; u++) {
            for (int v = 0; v < size; v++) {
                System.arraycopy(in, (u / 2 * side + v / 2) * channels, out, (u * size + v) * channels, channels);
            }
        }
        return out;
    }

    /** out[o] = b[o] + sum of in[i] w[i][o]. */
    static double[] dense(double[] in, double[] w, double[] b) {
        double[] out = b.clone();
        for (int i = 0; i < in.length; i++) {
            for (int o = 0; o < b.length; o++) {
                out[o] += in[i] * w[i * b.length + o];
            }
        }
        return out;
    }

    static double[] relu(double[] in) {
        return Arrays.stream(in).map(value -> Math.max(value, 0)).toArray();
    }

    static double[] sigmoid(double[] in) {
        return Arrays.stream(in).map(value -> 1 / (1 + Math.exp(-value))).toArray();
    }

    public static double[] softmax(double[] in) {
        double largest = Arrays.stream(in).max().orElseThrow();
        double[] powers =
                Arrays.stream(in).map(value -> Math.exp(value - largest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(value -> value / sum).toArray();
    }
}
