package org.penumbra.course;

import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;

/**
 * What an image network is to learn, and when that is enough.
 *
 * @param network  its shape; as many classes as the data have
 * @param training seed, losses, optimiser, how many training images are held out for validation and calibration
 * @param data     training images, of 28 x 28 pixels
 * @param patience so many epochs without a lower validation loss end the run; 0: it never ends early
 */
public record ImagePlan(ImageSettings network, ImageTrainingSettings training, ImageData data, int patience) {

    /** Most epochs of patience. */
    public static final int MOST_PATIENCE = 10_000;

    public ImagePlan {
        if (network.classes() != data.classes().size()) {
            throw new IllegalArgumentException("classes: expected "
                    + data.classes().size() + " as in " + data.title() + ", but the network has " + network.classes());
        }
        if (training.heldOut() >= data.training().count()) {
            throw new IllegalArgumentException("held out: expected fewer images than the "
                    + data.training().count() + " training images of " + data.title() + ", but got "
                    + training.heldOut());
        }
        if (patience < 0 || patience > MOST_PATIENCE) {
            throw new IllegalArgumentException(
                    "patience: expected 0 to " + MOST_PATIENCE + " epochs, but got " + patience);
        }
    }

    /** The images that are trained on. */
    public ImageSet images() {
        return data.training().part(0, data.training().count() - training.heldOut());
    }

    /** The images at the end of the training set that are not trained on. */
    public ImageSet heldOut() {
        int count = data.training().count();
        return data.training().part(count - training.heldOut(), count);
    }
}
