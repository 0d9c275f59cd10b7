package org.penumbra.archive;

import org.penumbra.data.OutsideText;
import org.penumbra.net.image.ImageModel;

/**
 * What a detector was fitted on, and by whom.
 *
 * @param model     the network's name: of the preset it was trained by
 * @param weights   SHA-256 of its weights, as {@link ImageModel#weights()} has it
 * @param data      the name of the images, as the program or a folder calls them
 * @param train     training images that were taken, at least 0
 * @param heldOut   held-out images, at least 0
 * @param negatives what the images of no class were; empty where there were none
 * @param others    how many of those there were
 * @param seed      of all samples that were drawn
 * @param seconds   the fit took, at least 0; answering the images included
 * @param version   of the program
 * @param created   when, in the form of ISO 8601
 */
public record FittedOn(
        String model,
        String weights,
        String data,
        int train,
        int heldOut,
        String negatives,
        int others,
        long seed,
        double seconds,
        String version,
        String created) {

    /** The longest text of a file. */
    static final int LONGEST = 200;

    public FittedOn {
        OutsideText.requireOneLine("model", model, LONGEST);
        OutsideText.requireOneLine("data", data, LONGEST);
        if (!weights.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("weights: expected 64 hexadecimal digits");
        }
        if (train < 0 || heldOut < 0 || others < 0 || !(seconds >= 0 && Double.isFinite(seconds))) {
            throw new IllegalArgumentException("counts and seconds: expected finite numbers of at least 0, but got "
                    + train + ", " + heldOut + ", " + others + " and " + seconds);
        }
    }

    /** Whether it was these weights that the detector was fitted on. */
    public boolean isOf(ImageModel network) {
        return weights.equals(network.weights());
    }
}
