package org.penumbra.net.image;

import java.util.Arrays;
import org.penumbra.data.Seeds;
import org.penumbra.net.layer.Batch;

/**
 * One worker of {@link ImageCurvature}. Its rows hold some images, each as often as there is room, so that one forward
 * pass serves many derivatives at once even of a single image.
 */
final class CurvatureLane implements AutoCloseable {

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final int CODE = ImageLayout.CODE;

    private final int rows;
    private final ImageLane lane;
    private final Batch directions;
    private final float[] inputs;
    private final float[] gradients;
    private final float[] signs;

    /** @param rows most images at once, and how many derivatives are taken together */
    CurvatureLane(ImageNetwork network, int rows) {
        this.rows = rows;
        lane = new ImageLane(network.settings(), network.layout(), network.liveParameters(), rows, true);
        directions = new Batch(rows, CODE);
        inputs = new float[rows * PIXELS];
        gradients = new float[rows * PIXELS];
        signs = new float[rows * PIXELS];
    }

    /** Every {@code step}-th item from {@code first} on. */
    record Share(int first, int step) {

        int count(int items) {
            return Math.max(0, (items - first + step - 1) / step);
        }

        int item(int index) {
            return first + index * step;
        }
    }

    /**
     * The sum over a share of the active code units c of {@code <dr/dcode_c, dcode_c/dx>}.
     *
     * @param images image {@code from + i} starts at {@code (from + i) * 784}
     * @param count  up to the rows
     * @param traces receives each image's sum at {@code from + i}
     */
    void traces(float[] images, int from, int count, Share share, double[] traces) {
        int copies = rows / count;
        forward(images, from, count, copies);
        int[][] units = new int[count][];
        int most = 0;
        for (int image = 0; image < count; image++) {
            units[image] = active(image, share);
            most = Math.max(most, units[image].length);
            traces[from + image] = 0;
        }
        for (int done = 0; done < most; done += copies) {
            chooseUnits(units, done, copies * count);
            float[] outwards = lane.decoderTangent(directions, copies * count).values();
            lane.backwardFromCode(copies * count, gradients, 0);
            for (int row = 0; row < copies * count; row++) {
                if (done + row / count < units[row % count].length) {
                    traces[from + row % count] += product(outwards, gradients, row);
                }
            }
        }
    }

    /** The code units of an image that ReLU lets through: the others have no derivative. NaN is no zero. */
    private int[] active(int image, Share share) {
        float[] code = lane.code().values();
        int[] units = new int[CODE];
        int count = 0;
        for (int unit = 0; unit < CODE; unit++) {
            if (code[image * CODE + unit] != 0) {
                units[count++] = unit;
            }
        }
        int[] own = new int[share.count(count)];
        for (int i = 0; i < own.length; i++) {
            own[i] = units[share.item(i)];
        }
        return own;
    }

    /** One unit a row as the direction of the code and as what the pixels are asked about; none where all are done. */
    private void chooseUnits(int[][] units, int done, int used) {
        float[] outwards = directions.values();
        float[] inwards = lane.codeGradient().values();
        Arrays.fill(outwards, 0, used * CODE, 0f);
        Arrays.fill(inwards, 0, used * CODE, 0f);
        for (int row = 0; row < used; row++) {
            int[] own = units[row % units.length];
            int next = done + row / units.length;
            if (next < own.length) {
                outwards[row * CODE + own[next]] = 1;
                inwards[row * CODE + own[next]] = 1;
            }
        }
        directions.push(used);
    }

    /**
     * {@code v'Jv} for a share of some probes.
     *
     * @param images image {@code from + i} starts at {@code (from + i) * 784}
     * @param count  up to the rows
     * @param stream the probes' stream of seeds
     * @param first  index of the first probe
     * @param values receives {@code v'Jv} at {@code [from + i][probe - first]}
     */
    void probe(float[] images, int from, int count, Share share, long stream, int first, double[][] values) {
        int own = share.count(values[from].length);
        if (own == 0) {
            return;
        }
        int rounds = (own * count + rows / count * count - 1) / (rows / count * count);
        int copies = (own + rounds - 1) / rounds;
        forward(images, from, count, copies);
        float[] outputGradient = lane.reconstructionGradient().values();
        for (int done = 0; done < own; done += copies) {
            int together = Math.min(copies, own - done);
            for (int copy = 0; copy < together; copy++) {
                drawSigns(Seeds.item(stream, first + share.item(done + copy)), copy * count, count);
            }
            // All rows of the forward pass go back, also those without a probe: the layers lay them out by their
            // number.
            System.arraycopy(signs, 0, outputGradient, 0, copies * count * PIXELS);
            lane.backwardFromReconstruction(copies * count, gradients);
            for (int row = 0; row < together * count; row++) {
                values[from + row % count][share.item(done + row / count)] = product(signs, gradients, row);
            }
        }
    }

    /** The same probe for the rows of every image. */
    private void drawSigns(long seed, int row, int count) {
        int at = row * PIXELS;
        ProbeSigns.draw(seed, signs, at);
        for (int image = 1; image < count; image++) {
            System.arraycopy(signs, at, signs, at + image * PIXELS, PIXELS);
        }
    }

    /** Row {@code copy * count + i} holds image {@code from + i}. */
    private void forward(float[] images, int from, int count, int copies) {
        for (int copy = 0; copy < copies; copy++) {
            System.arraycopy(images, from * PIXELS, inputs, copy * count * PIXELS, count * PIXELS);
        }
        lane.forward(inputs, 0, copies * count);
    }

    private static double product(float[] a, float[] b, int row) {
        double sum = 0;
        for (int i = row * PIXELS; i < (row + 1) * PIXELS; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Frees native memory. */
    @Override
    public void close() {
        lane.close();
        directions.close();
    }
}
