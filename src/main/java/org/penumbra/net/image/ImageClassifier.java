package org.penumbra.net.image;

import java.util.Arrays;
import java.util.Set;
import org.penumbra.net.Evidence;

/**
 * A network that answers images of 28 x 28 pixels: one of the program's own, or a guest that another program trained. What
 * judges, attacks or shows a network knows it as this. Not for use by several threads at once; it works on all cores itself
 * where it can.
 */
public interface ImageClassifier extends AutoCloseable {

    /** What its answers look like. */
    ImageShape shape();

    /**
     * Scores, reconstructions and errors of some images, and the codes besides.
     *
     * @param images count x 784, each row by row, 0 (background) to 1 (ink)
     * @param codes  count x {@link ImageShape#code}, is filled; or of length 0, where nobody wants them
     * @throws org.penumbra.net.OverflowException where its numbers overflow
     */
    ImageResponse respond(float[] images, int count, float[] codes);

    /** The same without the codes. */
    default ImageResponse respond(float[] images, int count) {
        return respond(images, count, new float[0]);
    }

    /**
     * Some images as evidence: logits, scores, where there is a decoder errors, and of the parts asked for the images
     * themselves and their codes. Gamma takes far longer and is {@link #curvature}'s. A part that the network does not have
     * stays empty.
     *
     * @param images count x 784, each row by row, 0 (background) to 1 (ink)
     */
    default Evidence evidence(float[] images, int count, Set<Evidence.Part> parts) {
        boolean wantsCode = parts.contains(Evidence.Part.CODE);
        float[] codes = new float[wantsCode ? count * shape().code() : 0];
        Evidence evidence = respond(images, count, codes).evidence().withCode(codes);
        return parts.contains(Evidence.Part.INPUTS)
                ? evidence.withInputs(Arrays.copyOf(images, count * ImageSettings.PIXELS))
                : evidence;
    }

    /** Whether {@link #decode} can be asked: images can be made of codes. */
    boolean decodes();

    /**
     * What the decoder makes of some codes, which need be no image's.
     *
     * @param codes count x {@link ImageShape#code}
     * @return count x 784
     * @throws IllegalStateException where it does not {@linkplain #decodes decode}
     */
    float[] decode(float[] codes, int count);

    /**
     * Room for gradients at the pixels, to be closed before this.
     *
     * @param parts that a batch is cut into, at least 1; the last bits of a result may depend on it
     */
    PixelGradient gradient(int parts);

    /**
     * Room for gamma, to be closed before this.
     *
     * @throws IllegalArgumentException for a network that does not reconstruct
     */
    PixelCurvature curvature();

    /** Frees what it holds; it can't be used afterwards. */
    @Override
    void close();
}
