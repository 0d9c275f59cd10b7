package org.penumbra.net.image;

import java.util.List;

/**
 * A model for images as plain values: one that this program trained, or a guest that another program trained. Two models are
 * told apart by their {@link #weights()}.
 */
public interface ImageModel {

    /** How many quantiles of errors a model that reconstructs has. */
    int QUANTILES = 1001;

    /** Which of them is the 99 % quantile, by which alpha is calibrated. */
    int INDEX_OF_99 = 990;

    /** What it is called in what is written of it: the preset it was trained by, or a guest's file. */
    String name();

    /** What its answers look like. */
    ImageShape shape();

    /** Names of the classes, by label. */
    List<String> classes();

    /**
     * For a model that reconstructs: 1001 numbers, the 0, 0.1, ... 100 % quantiles of ||r(x)-x|| over the held-out training
     * images, ascending; so alpha can be calibrated without the data. Empty for one that does not reconstruct, or when
     * nothing was held out.
     */
    float[] heldOutErrors();

    /** What it was trained on. */
    TrainingImages trainingImages();

    /** SHA-256 of its weights as single-precision numbers, the lowest byte first; lower-case hexadecimal. */
    String weights();

    /**
     * The network that answers for it; to be closed by the caller. It refuses to answer, by an
     * {@link org.penumbra.net.OverflowException}, where its numbers overflow.
     */
    ImageClassifier network();

    /** Whether it can doubt its own answer: it has a decoder, and so a reconstruction error and a confidence c~. */
    default boolean doubts() {
        return shape().reconstructs();
    }
}
