package org.penumbra.net.image;

import java.util.Map;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.ink.Fit;

/**
 * Which images a network was trained on, as far as that is known, so that they can be found again.
 *
 * @param data      name of the data set ("mnist"); empty where nobody knows
 * @param checksums what the data were read from: MD5 of each unpacked file, or version and seed of the generator
 * @param fit       how a picture became an image it learnt from, and becomes one it is asked about
 * @param folder    the folder of one's own that the images were read from, with its whole path; empty where there is none
 *                  or nobody wrote it down
 * @param heldOut   how many of the training images it was not trained on, the last ones; at least 0
 * @param clutter   share of the images it learnt among that showed clutter and no class, 0 to 1; 0 where nobody knows
 */
public record TrainingImages(
        String data, Map<String, String> checksums, Fit fit, String folder, int heldOut, double clutter) {

    public TrainingImages {
        checksums = Map.copyOf(checksums);
    }

    /** Whether anybody knows which they are. */
    public boolean areKnown() {
        return !data.isEmpty();
    }

    /** What they are, whatever they are called. */
    public DataIdentity identity() {
        return DataIdentity.of(data, checksums);
    }
}
