package org.penumbra.net.layer;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Every place repeated 2x2, then a transposed convolution without padding, then an activation:
 * {@code out[u+i][v+j][co] += up[u][v][ci] * W[ci][i][j][co]}, {@code up[u][v] = in[u/2][v/2]}, and
 * {@code out = f(out + b)}.
 *
 * <p>Repeating first would multiply each input four times by almost the same weights. A place that is repeated 2x2 and
 * spread by a k x k kernel is spread by one (k+1) x (k+1) kernel with stride 2, the sum of the kernel shifted by 0 or 1
 * both ways: 36 products in place of 100 for k = 5. So the layer works with those wider weights, folds them from W
 * when the parameters have changed, and folds their gradient back.
 *
 * <p>Rows of its batches are images: {@code [row][column][channel]}. Its parameters are a range of {@link Parameters}: W
 * {@code [channel in][kernel row][kernel column][channel out]}, then b. Not for use by several threads at once.
 */
public final class UpsampledDeconvolution implements AutoCloseable {

    /** Images worked on together, so that their products stay in the processor's cache. */
    private static final int TILE = 8;

    private final int side;
    private final int channels;
    private final int outChannels;
    private final int kernel;
    private final int wide;
    private final int outSide;
    private final int spreadWidth;
    private final Activation activation;
    private final int offset;
    private final Parameters source;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] wideWeights;
    private final float[] spread;
    private final FloatPointer wideMemory;
    private final FloatPointer wideGradient;
    private final FloatPointer spreadMemory;
    /** Which {@link Parameters#version} the wider weights were folded from; below 0 before the first time. */
    private long foldedVersion = -1;

    /**
     * @param side        places the input is high and wide, before repeating
     * @param channels    numbers a place going in
     * @param outChannels numbers a place coming out
     * @param kernel      k
     * @param activation  f
     * @param parameters  where W and b live
     * @param gradient    where the backward pass leaves dL/dW and dL/db, in the same places
     * @param offset      where in both they start
     */
    public UpsampledDeconvolution(
            int side,
            int channels,
            int outChannels,
            int kernel,
            Activation activation,
            Parameters parameters,
            Parameters gradient,
            int offset) {
        this.side = side;
        this.channels = channels;
        this.outChannels = outChannels;
        this.kernel = kernel;
        this.activation = activation;
        this.offset = offset;
        source = parameters;
        this.parameters = parameters.values();
        this.gradient = gradient.values();
        wide = kernel + 1;
        outSide = 2 * side + kernel - 1;
        spreadWidth = wide * wide * outChannels;
        wideWeights = new float[channels * spreadWidth];
        spread = new float[TILE * side * side * spreadWidth];
        wideMemory = new FloatPointer((long) wideWeights.length);
        wideGradient = new FloatPointer((long) wideWeights.length);
        spreadMemory = new FloatPointer((long) spread.length);
    }

    /** How many parameters such a layer has. */
    public static int parameterCount(int channels, int outChannels, int kernel) {
        return (channels * kernel * kernel + 1) * outChannels;
    }

    /** Numbers an image going in. */
    public int inputs() {
        return side * side * channels;
    }

    /** Numbers an image coming out. */
    public int outputs() {
        return outSide * outSide * outChannels;
    }

    /** Takes over changed parameters; to be called before a forward pass. Costs nothing when none were pushed. */
    public void refresh() {
        long version = source.version();
        if (version == foldedVersion) {
            return;
        }
        foldedVersion = version;
        Arrays.fill(wideWeights, 0f);
        int run = kernel * outChannels;
        for (int in = 0; in < channels; in++) {
            for (int i = 0; i < kernel; i++) {
                int from = offset + (in * kernel + i) * run;
                for (int shift = 0; shift < 4; shift++) {
                    int to = wideIndex(in, i + shift / 2, shift % 2);
                    for (int j = 0; j < run; j++) {
                        wideWeights[to + j] += parameters[from + j];
                    }
                }
            }
        }
        wideMemory.put(wideWeights);
    }

    /**
     * Forward pass.
     *
     * @param in     rows x inputs, native side up to date
     * @param out    rows x outputs; both sides are up to date afterwards
     */
    public void forward(Batch in, Batch out, int rows) {
        float[] values = out.values();
        int bias = offset + weightCount();
        for (int i = 0; i < rows * outputs(); i += outChannels) {
            for (int c = 0; c < outChannels; c++) {
                values[i + c] = parameters[bias + c];
            }
        }
        scatterProducts(in, values, rows);
        activation.apply(values, rows * outputs());
        out.push(rows);
    }

    /** Makes the slopes of a forward pass known, which {@link #tangent} needs. */
    public void findSlopes(Batch out, int rows) {
        activation.slopes(out.values(), out.slopes(), rows * outputs());
    }

    /**
     * Directional derivatives at the inputs of a forward pass.
     *
     * @param tangentIn  rows x inputs, a direction at each; native side up to date
     * @param out        what the forward pass gave, its slopes found
     * @param tangentOut rows x outputs; both sides are up to date afterwards
     */
    public void tangent(Batch tangentIn, Batch out, Batch tangentOut, int rows) {
        float[] values = tangentOut.values();
        int size = rows * outputs();
        Arrays.fill(values, 0, size, 0f);
        scatterProducts(tangentIn, values, rows);
        float[] slopes = out.slopes();
        for (int i = 0; i < size; i++) {
            values[i] *= slopes[i];
        }
        tangentOut.push(rows);
    }

    /**
     * Backward pass.
     *
     * @param in      what went in at the forward pass, native side up to date
     * @param out     what came out of it
     * @param outGrad in: dL/d out on its Java side; changed to the derivative before the activation
     * @param inGrad  receives dL/d in on both sides
     * @param learn   whether to leave dL/dW and dL/db in this layer's range of the gradient's Java side
     */
    public void backward(Batch in, Batch out, Batch outGrad, Batch inGrad, boolean learn, int rows) {
        float[] delta = outGrad.values();
        float[] slopes = out.slopes();
        int size = rows * outputs();
        activation.slopes(out.values(), slopes, size);
        for (int i = 0; i < size; i++) {
            delta[i] *= slopes[i];
        }
        if (learn) {
            Pointer.memset(wideGradient, 0, 4L * wideWeights.length);
        }
        int places = side * side;
        for (int row = 0; row < rows; row += TILE) {
            int images = Math.min(TILE, rows - row);
            collect(delta, row * outputs(), images);
            spreadMemory.put(spread, 0, images * places * spreadWidth);
            if (learn) {
                MatrixProduct.addTransposedLeft(
                        channels,
                        spreadWidth,
                        images * places,
                        in.memory(),
                        (long) row * inputs(),
                        spreadMemory,
                        wideGradient);
            }
            MatrixProduct.multiplyTransposedRight(
                    images * places,
                    channels,
                    spreadWidth,
                    spreadMemory,
                    wideMemory,
                    inGrad.memory(),
                    (long) row * inputs());
        }
        inGrad.pull(rows);
        if (learn) {
            foldGradient();
            sumBiases(delta, size);
        }
    }

    private void scatterProducts(Batch in, float[] values, int rows) {
        int places = side * side;
        for (int row = 0; row < rows; row += TILE) {
            int images = Math.min(TILE, rows - row);
            MatrixProduct.multiplyRows(
                    images * places,
                    spreadWidth,
                    channels,
                    in.memory(),
                    (long) row * inputs(),
                    wideMemory,
                    spreadMemory,
                    false);
            spreadMemory.get(spread, 0, images * places * spreadWidth);
            scatter(values, row * outputs(), images);
        }
    }

    /** Adds each place's products to the square of outputs it reaches. */
    private void scatter(float[] values, int at, int images) {
        int run = wide * outChannels;
        int from = 0;
        for (int image = 0; image < images; image++) {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    int to = at + target(image, row, column);
                    for (int i = 0; i < wide; i++, from += run, to += outSide * outChannels) {
                        for (int j = 0; j < run; j++) {
                            values[to + j] += spread[from + j];
                        }
                    }
                }
            }
        }
    }

    /** The adjoint of {@link #scatter}. */
    private void collect(float[] values, int at, int images) {
        int run = wide * outChannels;
        int to = 0;
        for (int image = 0; image < images; image++) {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    int from = at + target(image, row, column);
                    for (int i = 0; i < wide; i++, to += run, from += outSide * outChannels) {
                        for (int j = 0; j < run; j++) {
                            spread[to + j] = values[from + j];
                        }
                    }
                }
            }
        }
    }

    private int target(int image, int row, int column) {
        return image * outputs() + (2 * row * outSide + 2 * column) * outChannels;
    }

    private void foldGradient() {
        wideGradient.get(wideWeights);
        int run = kernel * outChannels;
        for (int in = 0; in < channels; in++) {
            for (int i = 0; i < kernel; i++) {
                int to = offset + (in * kernel + i) * run;
                Arrays.fill(gradient, to, to + run, 0f);
                for (int shift = 0; shift < 4; shift++) {
                    int from = wideIndex(in, i + shift / 2, shift % 2);
                    for (int j = 0; j < run; j++) {
                        gradient[to + j] += wideWeights[from + j];
                    }
                }
            }
        }
    }

    private void sumBiases(float[] delta, int size) {
        int bias = offset + weightCount();
        Arrays.fill(gradient, bias, bias + outChannels, 0f);
        for (int i = 0; i < size; i += outChannels) {
            for (int c = 0; c < outChannels; c++) {
                gradient[bias + c] += delta[i + c];
            }
        }
    }

    private int wideIndex(int in, int row, int column) {
        return ((in * wide + row) * wide + column) * outChannels;
    }

    private int weightCount() {
        return channels * kernel * kernel * outChannels;
    }

    /** Frees native memory. */
    @Override
    public void close() {
        wideMemory.close();
        wideGradient.close();
        spreadMemory.close();
    }
}
