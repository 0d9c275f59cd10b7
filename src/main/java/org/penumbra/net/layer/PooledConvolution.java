package org.penumbra.net.layer;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A convolution without padding (a cross-correlation, as everywhere in the field), maximum over 2x2, then ReLU:
 * {@code out = max(0, max over the square (in * W) + b)}.
 *
 * <p>A few images are worked on together, so that everything stays in the processor's cache. Their rows are interleaved:
 * an activation lies as {@code [row][image][column][channel]}. Then one kernel row of weights meets all output rows
 * of all images in a single matrix product, with patches that were spread out along the columns alone (a fifth of the
 * copying that patches of 5x5 need). With few channels the products would be too thin, so that some or all kernel rows
 * are merged into the patches. Within a row, even output columns come before odd ones: the four places of each square are
 * then whole blocks, and the maximum is a loop over four arrays with one index.
 *
 * <p>Its parameters are a range of {@link Parameters}: W {@code [kernel row][kernel column][channel in][channel out]},
 * then b. Not for use by several threads at once.
 */
public final class PooledConvolution implements AutoCloseable {

    private final int side;
    private final int channels;
    private final int outChannels;
    private final int kernel;
    private final int merged;
    private final int products;
    private final int sums;
    private final int pooled;
    private final int capacity;
    private final float[] parameters;
    private final float[] gradient;
    private final int offset;
    private final FloatPointer[] weights;
    private final FloatPointer[] weightGradients;
    private final FloatPointer weightGradient;
    private final Patches patches;
    private final float[] biases;
    private final float[] biasSums;
    private final float[][] cornerGradients;
    private final float[] unrouted;
    private final FloatPointer sumMemory;
    private final FloatPointer patchGradients;

    /**
     * @param side        pixels the input is high and wide; {@code side - kernel + 1} must be even
     * @param channels    numbers a pixel going in
     * @param outChannels numbers a pixel coming out
     * @param kernel      weights are kernel x kernel
     * @param merged      kernel rows that go into one patch, a divisor of the kernel; more is better for few channels
     * @param capacity    most images a pass
     * @param parameters  where W and b live
     * @param gradient    where the backward pass leaves dL/dW and dL/db, in the same places
     * @param offset      where in both they start
     */
    public PooledConvolution(
            int side,
            int channels,
            int outChannels,
            int kernel,
            int merged,
            int capacity,
            Parameters parameters,
            Parameters gradient,
            int offset) {
        this.side = side;
        this.channels = channels;
        this.outChannels = outChannels;
        this.kernel = kernel;
        this.merged = merged;
        this.capacity = capacity;
        this.offset = offset;
        products = kernel / merged;
        sums = side - kernel + 1;
        pooled = sums / 2;
        patches = new Patches(sums, kernel, merged, channels, capacity);
        int patchWidth = patches.width();
        this.parameters = parameters.values();
        this.gradient = gradient.values();
        weights = new FloatPointer[products];
        weightGradients = new FloatPointer[products];
        for (int p = 0; p < products; p++) {
            weights[p] = parameters.from(offset + p * patchWidth * outChannels);
            weightGradients[p] = gradient.from(offset + p * patchWidth * outChannels);
        }
        weightGradient = weightGradients[0];
        biases = new float[capacity * outputs()];
        biasSums = new float[capacity * pooled * outChannels];
        cornerGradients = new float[4][capacity * outputs()];
        unrouted = new float[capacity * outputs()];
        sumMemory = new FloatPointer((long) capacity * sums * sums * outChannels);
        patchGradients = new FloatPointer((long) capacity * patches.numbers());
    }

    /** How many parameters such a layer has. */
    public static int parameterCount(int channels, int outChannels, int kernel) {
        return (kernel * kernel * channels + 1) * outChannels;
    }

    /** Numbers an image coming out. */
    public int outputs() {
        return pooled * pooled * outChannels;
    }

    /** Pixels the output is high and wide. */
    public int outputSide() {
        return pooled;
    }

    /** Room for the forward pass over some images. */
    public ConvolutionPass newPass() {
        return new ConvolutionPass(capacity, patches.numbers(), outputs());
    }

    /** Takes over changed parameters; to be called before a forward pass. */
    public void refresh(int images) {
        int bias = offset + weightCount();
        for (int i = 0; i < images * outputs(); i += outChannels) {
            System.arraycopy(parameters, bias, biases, i, outChannels);
        }
    }

    /** Begins a new gradient: backward passes add to it. */
    public void clearGradient() {
        // Not by memset, which takes the position of a pointer into the middle for bytes.
        weightGradient.put(new float[weightCount()]);
        Arrays.fill(biasSums, 0f);
    }

    /**
     * Forward pass over some images.
     *
     * @param in          {@code in[at + row * rowStep + image * imageStep + column * channels + channel]}
     * @param at          index of the first image's first number
     * @param rowStep     from a row to the next
     * @param imageStep   from an image to the next
     * @param images      how many, up to the capacity
     * @param pass        receives the outputs and what the backward pass needs
     */
    public void forward(float[] in, int at, int rowStep, int imageStep, int images, ConvolutionPass pass) {
        patches.spread(in, at, rowStep, imageStep, images);
        pass.patches.put(patches.values(), 0, images * patches.numbers());
        int rows = images * sums * sums;
        int patchWidth = patches.width();
        long shift = (long) merged * images * sums * patchWidth;
        for (int p = 0; p < products; p++) {
            MatrixProduct.multiplyRows(
                    rows, outChannels, patchWidth, pass.patches, p * shift, weights[p], sumMemory, p > 0);
        }
        pullCorners(images, pass.corners);
        int size = images * outputs();
        maximum(pass.corners, biases, pass.out, size);
    }

    private static void maximum(float[][] corners, float[] biases, float[] out, int size) {
        float[] a = corners[0];
        float[] b = corners[1];
        float[] c = corners[2];
        float[] d = corners[3];
        for (int i = 0; i < size; i++) {
            out[i] = Math.max(0f, Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i])) + biases[i]);
        }
    }

    /**
     * Backward pass over the images of the last forward pass into {@code pass}.
     *
     * @param outGradient dL/d out, laid out as the outputs
     * @param images      as in the forward pass
     * @param learn       whether to add to the gradient of W and b
     * @param inGradient  receives dL/d in, laid out as at the forward pass and added to what it holds; or null if nobody
     *                    needs it
     */
    public void backward(
            ConvolutionPass pass,
            float[] outGradient,
            int images,
            boolean learn,
            float[] inGradient,
            int at,
            int rowStep,
            int imageStep) {
        int size = images * outputs();
        route(pass, outGradient, size);
        pushCorners(images, cornerGradients);
        int rows = images * sums * sums;
        int patchWidth = patches.width();
        long shift = (long) merged * images * sums * patchWidth;
        if (learn) {
            for (int p = 0; p < products; p++) {
                MatrixProduct.addTransposedLeft(
                        patchWidth, outChannels, rows, pass.patches, p * shift, sumMemory, weightGradients[p]);
            }
            sumBiases(pass.out, outGradient, images);
        }
        if (inGradient != null) {
            Pointer.memset(patchGradients, 0, 4L * images * patches.numbers());
            for (int p = 0; p < products; p++) {
                MatrixProduct.addTransposedRight(
                        rows, patchWidth, outChannels, sumMemory, weights[p], patchGradients, p * shift);
            }
            patchGradients.get(patches.values(), 0, images * patches.numbers());
            patches.gather(inGradient, at, rowStep, imageStep, images);
        }
    }

    /** Leaves the gradient of all backward passes since {@link #clearGradient} on the Java side. */
    public void finishGradient() {
        weightGradient.get(gradient, offset, weightCount());
        int bias = offset + weightCount();
        Arrays.fill(gradient, bias, bias + outChannels, 0f);
        for (int i = 0; i < biasSums.length; i++) {
            gradient[bias + i % outChannels] += biasSums[i];
        }
    }

    /**
     * Sends the gradient of a maximum to the first of the four places that reached it, and nothing where ReLU is off.
     * Five short loops, as the JIT does little with one long loop over as many arrays: a step of the CNN takes 4 to 7 %
     * less time so.
     */
    private void route(ConvolutionPass pass, float[] outGradient, int size) {
        leave(pass.out, outGradient, unrouted, size);
        for (int corner = 0; corner < cornerGradients.length; corner++) {
            take(pass.out, pass.corners[corner], biases, unrouted, cornerGradients[corner], size);
        }
    }

    /** Comparisons would not vectorise: {@code min(1, huge * out)} is 0 where ReLU is off, else 1. */
    private static void leave(float[] out, float[] outGradient, float[] left, int size) {
        for (int i = 0; i < size; i++) {
            left[i] = outGradient[i] * Math.min(1f, out[i] * Float.MAX_VALUE);
        }
    }

    /** Likewise {@code 1 - min(1, huge * difference)} is 1 where the difference to the maximum is 0, else 0. */
    private static void take(float[] out, float[] corner, float[] biases, float[] left, float[] gradient, int size) {
        for (int i = 0; i < size; i++) {
            float taken = left[i] * (1f - Math.min(1f, (out[i] - (corner[i] + biases[i])) * Float.MAX_VALUE));
            gradient[i] = taken;
            left[i] -= taken;
        }
    }

    private void sumBiases(float[] out, float[] outGradient, int images) {
        int block = images * pooled * outChannels;
        for (int row = 0; row < pooled; row++) {
            int from = row * block;
            for (int i = 0; i < block; i++) {
                biasSums[i] += outGradient[from + i] * Math.min(1f, out[from + i] * Float.MAX_VALUE);
            }
        }
    }

    private void pullCorners(int images, float[][] corners) {
        int block = images * pooled * outChannels;
        for (int row = 0, from = 0; row < pooled; row++) {
            for (int corner = 0; corner < 4; corner++, from += block) {
                sumMemory.position(from).get(corners[corner], row * block, block);
            }
        }
        sumMemory.position(0);
    }

    private void pushCorners(int images, float[][] corners) {
        int block = images * pooled * outChannels;
        for (int row = 0, to = 0; row < pooled; row++) {
            for (int corner = 0; corner < 4; corner++, to += block) {
                sumMemory.position(to).put(corners[corner], row * block, block);
            }
        }
        sumMemory.position(0);
    }

    private int weightCount() {
        return kernel * kernel * channels * outChannels;
    }

    /** Frees native memory. */
    @Override
    public void close() {
        sumMemory.close();
        patchGradients.close();
    }
}
