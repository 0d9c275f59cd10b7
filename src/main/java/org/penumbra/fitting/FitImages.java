package org.penumbra.fitting;

import org.penumbra.data.image.ImageSet;

/**
 * The images that detectors of a network are fitted on.
 *
 * @param learnt  images the network was trained on
 * @param heldOut images of the same kind that it was not trained on; the same object where there are none
 */
public record FitImages(ImageSet learnt, ImageSet heldOut) {

    /** A training held out the last images of its set; of others every sixth part is held out, as MNIST's presets do. */
    private static final int ONE_IN = 6;

    /**
     * Parts the set that a network was trained on as its training did.
     *
     * @param heldOut images at the end that it was not trained on, at least 0
     */
    public static FitImages of(ImageSet training, int heldOut) {
        if (heldOut == 0) {
            return new FitImages(training, training);
        }
        int count = training.count();
        if (heldOut >= count) {
            throw new IllegalArgumentException(
                    "held out: expected fewer than the " + count + " images, but got " + heldOut);
        }
        return new FitImages(training.part(0, count - heldOut), training.part(count - heldOut, count));
    }

    /** Parts other images than the network was trained on: the last sixth is held out, where there are as many as six. */
    public static FitImages ofOthers(ImageSet images) {
        return of(images, images.count() / ONE_IN);
    }
}
