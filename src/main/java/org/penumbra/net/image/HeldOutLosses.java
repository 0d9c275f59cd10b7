package org.penumbra.net.image;

import org.penumbra.data.image.ImageSet;

/**
 * How well a network does on labelled images that it is not trained on; nothing is corrupted or left out.
 *
 * @param crossEntropy   mean, nats; for COOL with a target of 1/omega on each unit of the true class, as it is trained;
 *                       NaN when there are no images
 * @param reconstruction mean squared reconstruction error a pixel; NaN without a decoder and when there are no images
 * @param accuracy       share whose class of the highest score is their label, 0 to 1; NaN when there are no images
 */
public record HeldOutLosses(double crossEntropy, double reconstruction, double accuracy) {

    /** A network's losses over a whole set of images of 28 x 28 pixels. */
    public static HeldOutLosses of(ImageNetwork network, ImageSet images) {
        ImageExam exam = new ImageExam(network, images);
        exam.finish();
        return exam.losses();
    }

    /**
     * The loss that training minimises: cross-entropy + lambda * reconstruction, the first alone without a decoder.
     *
     * @param lambda weight of the reconstruction
     */
    public double total(double lambda) {
        return Double.isNaN(reconstruction) ? crossEntropy : crossEntropy + lambda * reconstruction;
    }
}
