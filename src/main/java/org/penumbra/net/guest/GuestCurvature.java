package org.penumbra.net.guest;

import java.util.Map;
import java.util.Objects;
import org.penumbra.data.Seeds;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.PixelCurvature;
import org.penumbra.net.image.ProbeSigns;

/**
 * gamma of a guest's images by products of vectors with the Jacobian of its reconstruction, which DL4J's backward passes give:
 * exactly by the 784 unit vectors, or estimated by the probes that our own networks are asked with. One forward pass of copies
 * of an image serves as many products at once.
 */
final class GuestCurvature implements PixelCurvature {

    private static final int PIXELS = GuestReading.PIXELS;

    private final GuestNetwork network;
    private final int copies;
    /** {@code dx/dr} of the scales: from the guest's slopes to ours. */
    private final double factor;

    GuestCurvature(GuestNetwork network) {
        this.network = network;
        copies = network.rows();
        factor = network.reading().pixels().factor()
                / network.reading().reconstructed().factor();
    }

    @Override
    public double[] exact(float[] images, int count) {
        check(images, count);
        double[] gamma = new double[count];
        for (int image = 0; image < count; image++) {
            forward(images, image);
            double trace = 0;
            for (int from = 0; from < PIXELS; from += copies) {
                int some = Math.min(copies, PIXELS - from);
                float[] units = new float[copies * PIXELS];
                for (int row = 0; row < some; row++) {
                    units[row * PIXELS + from + row] = 1;
                }
                float[] products = products(units);
                for (int row = 0; row < some; row++) {
                    trace += products[row * PIXELS + from + row];
                }
            }
            gamma[image] = factor * trace / PIXELS - 1;
        }
        return gamma;
    }

    @Override
    public GammaEstimate[] estimate(float[] images, int count, long seed, int first, int probes) {
        check(images, count);
        if (first < 0 || probes < 1) {
            throw new IllegalArgumentException(
                    "probes: expected at least 1 from 0 or later on, but got " + probes + " from " + first + " on");
        }
        Math.addExact(first, probes);
        long stream = new Seeds(seed).probes();
        GammaEstimate[] estimates = new GammaEstimate[count];
        for (int image = 0; image < count; image++) {
            forward(images, image);
            double[] values = new double[probes];
            for (int from = 0; from < probes; from += copies) {
                int some = Math.min(copies, probes - from);
                float[] signs = new float[copies * PIXELS];
                for (int row = 0; row < some; row++) {
                    ProbeSigns.draw(Seeds.item(stream, first + from + row), signs, row * PIXELS);
                }
                float[] products = products(signs);
                for (int row = 0; row < some; row++) {
                    values[from + row] = factor * product(signs, products, row) / PIXELS - 1;
                }
            }
            estimates[image] = GammaEstimate.of(values);
        }
        return estimates;
    }

    private static void check(float[] images, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("images: expected at least 1, but got " + count);
        }
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, PIXELS), images.length);
    }

    private void forward(float[] images, int image) {
        float[] same = new float[copies * PIXELS];
        for (int row = 0; row < copies; row++) {
            System.arraycopy(images, image * PIXELS, same, row * PIXELS, PIXELS);
        }
        network.forward(same, 0, copies);
    }

    /** {@code v'J} of each row's v, in the guest's own pixels. */
    private float[] products(float[] vectors) {
        String output = network.reading().reconstruction();
        return GuestNetwork.numbers(network.graph().backward(Map.of(output, network.slopes(output, vectors))));
    }

    private static double product(float[] a, float[] b, int row) {
        double sum = 0;
        for (int i = row * PIXELS; i < (row + 1) * PIXELS; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Holds nothing of its own. */
    @Override
    public void close() {}
}
