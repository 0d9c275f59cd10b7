package org.penumbra.net.image;

import org.penumbra.net.layer.Activation;
import org.penumbra.net.layer.Batch;
import org.penumbra.net.layer.Dense;
import org.penumbra.net.layer.Parameters;

/**
 * One worker's share of an image network: its own layers over the common parameters, its own buffers and its own gradient.
 * A batch is cut into as many parts as there are lanes, and each goes through the whole network on one core: the cores
 * meet once a batch in place of once a layer.
 */
final class ImageLane implements AutoCloseable {

    private final int rows;
    private final Parameters gradient;
    private final ImageEncoder encoder;
    private final Dense head;
    private final ImageDecoder decoder;
    private final Batch logits;
    private final Batch logitsGradient;
    private final Batch headInput;

    /**
     * @param parameters of the network, read only
     * @param rows       most rows
     * @param keeps      whether there will be backward passes
     */
    ImageLane(ImageSettings settings, ImageLayout layout, Parameters parameters, int rows, boolean keeps) {
        this.rows = rows;
        gradient = keeps ? new Parameters(layout.size()) : parameters;
        encoder = new ImageEncoder(layout, parameters, gradient, rows, keeps);
        head = new Dense(
                ImageLayout.CODE, settings.units(), Activation.IDENTITY, parameters, gradient, layout.from("head"));
        decoder = settings.architecture().reconstructs()
                ? new ImageDecoder(settings.architecture(), layout, parameters, gradient, rows, keeps)
                : null;
        logits = new Batch(rows, settings.units());
        logitsGradient = keeps ? new Batch(rows, settings.units()) : null;
        headInput = keeps ? new Batch(rows, ImageLayout.CODE) : null;
    }

    /** Most rows. */
    int rows() {
        return rows;
    }

    /** dL/d parameters of the last backward pass that learned, on its Java side. */
    float[] gradient() {
        return gradient.values();
    }

    Batch code() {
        return encoder.code();
    }

    Batch logits() {
        return logits;
    }

    Batch logitsGradient() {
        return logitsGradient;
    }

    /** r(x), or null without a decoder. */
    Batch reconstruction() {
        return decoder == null ? null : decoder.reconstruction();
    }

    Batch reconstructionGradient() {
        return decoder.reconstructionGradient();
    }

    /** Code, logits and, where there is a decoder, reconstruction of some images; see {@link ImageEncoder#forward}. */
    void forward(float[] images, int at, int count) {
        encoder.forward(images, at, count);
        head.forward(encoder.code(), logits, count);
        if (decoder != null) {
            decoder.forward(encoder.code(), count);
        }
    }

    /** What the decoder, which must be there, makes of some codes; {@link #reconstruction} has it. */
    void decode(float[] codes, int at, int count) {
        Batch code = encoder.code();
        System.arraycopy(codes, at, code.values(), 0, count * ImageLayout.CODE);
        code.push(count);
        decoder.forward(code, count);
    }

    /** {@link #forward} in training, where the class head sees the code times a mask. */
    void forward(float[] images, int at, int count, float[] mask, int maskAt) {
        encoder.forward(images, at, count);
        maskInto(encoder.code().values(), headInput.values(), mask, maskAt, count);
        headInput.push(count);
        head.forward(headInput, logits, count);
        if (decoder != null) {
            decoder.forward(encoder.code(), count);
        }
    }

    /**
     * Back from {@link #logitsGradient} and, where there is a decoder, {@link #reconstructionGradient}.
     *
     * @param count  as in the forward pass
     * @param mask   as in the forward pass, or null when there was none
     * @param learn  whether to leave the gradient of the parameters
     * @param pixels receives dL/d pixel where the images lay, or null
     */
    void backward(int count, float[] mask, int maskAt, boolean learn, float[] pixels, int at) {
        backwardToCode(count, mask, maskAt, learn);
        encoder.backward(count, learn, pixels, at);
    }

    /** The first part of {@link #backward}, which leaves dL/dcode on the Java side of {@link #codeGradient}. */
    void backwardToCode(int count, float[] mask, int maskAt, boolean learn) {
        Batch codeGradient = encoder.codeGradient();
        head.backward(
                mask == null ? encoder.code() : headInput, logits, logitsGradient, codeGradient, false, learn, count);
        if (mask != null) {
            maskInto(codeGradient.values(), codeGradient.values(), mask, maskAt, count);
            codeGradient.push(count);
        }
        if (decoder != null) {
            decoder.backward(encoder.code(), codeGradient, true, learn, count);
        }
    }

    /**
     * From {@link #codeGradient} alone to the pixels.
     *
     * @param count  as in the forward pass
     * @param pixels receives dL/d pixel where the images lay
     */
    void backwardFromCode(int count, float[] pixels, int at) {
        encoder.backward(count, false, pixels, at);
    }

    /** From {@link #reconstructionGradient} alone to the pixels; as many rows as in the forward pass. */
    void backwardFromReconstruction(int count, float[] pixels) {
        decoder.backward(encoder.code(), encoder.codeGradient(), false, false, count);
        encoder.backward(count, false, pixels, 0);
    }

    Batch codeGradient() {
        return encoder.codeGradient();
    }

    /** See {@link ImageDecoder#tangent}. */
    Batch decoderTangent(Batch tangents, int count) {
        return decoder.tangent(tangents, count);
    }

    private static void maskInto(float[] from, float[] to, float[] mask, int maskAt, int count) {
        for (int i = 0; i < count * ImageLayout.CODE; i++) {
            to[i] = from[i] * mask[maskAt + i];
        }
    }

    /** Frees native memory. */
    @Override
    public void close() {
        encoder.close();
        logits.close();
        if (decoder != null) {
            decoder.close();
        }
        if (logitsGradient != null) {
            gradient.close();
            logitsGradient.close();
            headInput.close();
        }
    }
}
