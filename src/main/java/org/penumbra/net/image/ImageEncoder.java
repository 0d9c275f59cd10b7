package org.penumbra.net.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.layer.Batch;
import org.penumbra.net.layer.ConvolutionPass;
import org.penumbra.net.layer.Dense;
import org.penumbra.net.layer.Parameters;
import org.penumbra.net.layer.PooledConvolution;

/** The encoder the four image networks share, from pixels to the code; one worker's share of the rows of a batch. */
final class ImageEncoder implements AutoCloseable {

    /** Images a pass: their patches stay in a core's second-level cache. */
    private static final int TILE = 8;

    private static final int SIDE = ImageSettings.SIDE;
    private static final int PIXELS = ImageSettings.PIXELS;

    private final PooledConvolution first;
    private final PooledConvolution second;
    private final Dense codeLayer;
    private final List<ConvolutionPass> firstPasses = new ArrayList<>();
    private final List<ConvolutionPass> secondPasses = new ArrayList<>();
    private final Batch features;
    private final Batch code;
    private final Batch featuresGradient;
    private final Batch codeGradient;
    private final float[] tileGradient;
    private final float[] between;
    private final boolean keeps;

    /**
     * @param rows  most rows
     * @param keeps whether the forward pass is kept for a backward pass
     */
    ImageEncoder(ImageLayout layout, Parameters parameters, Parameters gradient, int rows, boolean keeps) {
        this.keeps = keeps;
        first = new PooledConvolution(
                SIDE,
                1,
                ImageLayout.CHANNELS1,
                ImageLayout.KERNEL,
                ImageLayout.KERNEL,
                TILE,
                parameters,
                gradient,
                layout.from("convolution1"));
        second = new PooledConvolution(
                first.outputSide(),
                ImageLayout.CHANNELS1,
                ImageLayout.CHANNELS2,
                ImageLayout.KERNEL,
                1,
                TILE,
                parameters,
                gradient,
                layout.from("convolution2"));
        codeLayer = new Dense(
                ImageLayout.FEATURES, ImageLayout.CODE, Activation.RELU, parameters, gradient, layout.from("code"));
        int passes = keeps ? (rows + TILE - 1) / TILE : 1;
        for (int pass = 0; pass < passes; pass++) {
            firstPasses.add(first.newPass());
            secondPasses.add(second.newPass());
        }
        features = new Batch(rows, ImageLayout.FEATURES);
        code = new Batch(rows, ImageLayout.CODE);
        featuresGradient = keeps ? new Batch(rows, ImageLayout.FEATURES) : null;
        codeGradient = keeps ? new Batch(rows, ImageLayout.CODE) : null;
        tileGradient = new float[TILE * ImageLayout.FEATURES];
        between = new float[TILE * first.outputs()];
    }

    /** The code of the last forward pass; both sides up to date. */
    Batch code() {
        return code;
    }

    /** Where dL/d code goes before {@link #backward}. */
    Batch codeGradient() {
        return codeGradient;
    }

    /**
     * From pixels to the code.
     *
     * @param images row {@code i} starts at {@code at + i * 784}
     */
    void forward(float[] images, int at, int rows) {
        first.refresh(Math.min(rows, TILE));
        second.refresh(Math.min(rows, TILE));
        for (int row = 0; row < rows; row += TILE) {
            int count = Math.min(TILE, rows - row);
            int index = keeps ? row / TILE : 0;
            ConvolutionPass one = firstPasses.get(index);
            ConvolutionPass two = secondPasses.get(index);
            first.forward(images, at + row * PIXELS, SIDE, PIXELS, count, one);
            int step = first.outputSide() * ImageLayout.CHANNELS1;
            second.forward(one.out(), 0, count * step, step, count, two);
            toRows(two.out(), features.values(), row, count, true);
        }
        features.push(rows);
        codeLayer.forward(features, code, rows);
    }

    /**
     * From {@link #codeGradient} back.
     *
     * @param rows           as in the forward pass
     * @param learn          whether to leave the gradient of the parameters
     * @param pixelGradients receives dL/d pixel where the images lay at the forward pass, or null
     */
    void backward(int rows, boolean learn, float[] pixelGradients, int at) {
        codeLayer.backward(features, code, codeGradient, featuresGradient, false, learn, rows);
        if (learn) {
            first.clearGradient();
            second.clearGradient();
        }
        if (pixelGradients != null) {
            Arrays.fill(pixelGradients, at, at + rows * PIXELS, 0f);
        }
        for (int row = 0; row < rows; row += TILE) {
            int count = Math.min(TILE, rows - row);
            int index = row / TILE;
            toRows(tileGradient, featuresGradient.values(), row, count, false);
            int step = first.outputSide() * ImageLayout.CHANNELS1;
            Arrays.fill(between, 0, count * first.outputs(), 0f);
            second.backward(secondPasses.get(index), tileGradient, count, learn, between, 0, count * step, step);
            first.backward(
                    firstPasses.get(index), between, count, learn, pixelGradients, at + row * PIXELS, SIDE, PIXELS);
        }
        if (learn) {
            first.finishGradient();
            second.finishGradient();
        }
    }

    /** Between the interleaved rows of a tile and one row an image. */
    private static void toRows(float[] tile, float[] rows, int row, int count, boolean forward) {
        int run = ImageLayout.PLACES * ImageLayout.CHANNELS2;
        for (int y = 0, at = 0; y < ImageLayout.PLACES; y++) {
            for (int image = 0; image < count; image++, at += run) {
                int other = (row + image) * ImageLayout.FEATURES + y * run;
                if (forward) {
                    System.arraycopy(tile, at, rows, other, run);
                } else {
                    System.arraycopy(rows, other, tile, at, run);
                }
            }
        }
    }

    /** Frees native memory. */
    @Override
    public void close() {
        first.close();
        second.close();
        firstPasses.forEach(ConvolutionPass::close);
        secondPasses.forEach(ConvolutionPass::close);
        features.close();
        code.close();
        if (keeps) {
            featuresGradient.close();
            codeGradient.close();
        }
    }
}
