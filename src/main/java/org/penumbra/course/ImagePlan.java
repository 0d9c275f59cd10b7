package org.penumbra.course;

import java.util.Arrays;
import org.penumbra.data.DataException;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.StepEngine;

/**
 * What an image network is to learn, and when that is enough.
 *
 * @param network  its shape; as many classes as the data have
 * @param training seed, losses, optimiser, how many training images are held out for validation and calibration
 * @param data     training images, of 28 x 28 pixels
 * @param patience so many epochs without a lower validation loss end the run; 0: it never ends early
 * @param engine   whose layers take the steps
 */
public record ImagePlan(
        ImageSettings network, ImageTrainingSettings training, ImageData data, int patience, StepEngine engine) {

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

    /** Of our own layers. */
    public ImagePlan(ImageSettings network, ImageTrainingSettings training, ImageData data, int patience) {
        this(network, training, data, patience, StepEngine.PENUMBRA);
    }

    /**
     * Refuses images that no network can be trained on: of another size, of one class or too many, or without an image to
     * learn from of some class.
     *
     * @param heldOut images at the end of the training set that are not trained on
     * @throws DataException saying which and what to do
     */
    public static void check(ImageData data, int heldOut) {
        data.ofSide(ImageSettings.SIDE);
        int classes = data.classes().size();
        if (classes < 2) {
            throw new DataException(data.title() + ": expected images of 2 to " + ImageSettings.MOST_CLASSES
                    + " classes, but all are of the class " + data.classes().get(0)
                    + "; a network learns to tell classes apart, so add images of others");
        }
        if (classes > ImageSettings.MOST_CLASSES) {
            throw new DataException(data.title() + ": expected images of 2 to " + ImageSettings.MOST_CLASSES
                    + " classes, but they are of " + classes + "; leave some out");
        }
        checkClasses(data, heldOut);
    }

    private static void checkClasses(ImageData data, int heldOut) {
        int[] labels = data.training().labels();
        int learnt = labels.length - heldOut;
        for (int label = 0; label < data.classes().size() && learnt > 0; label++) {
            int wanted = label;
            if (Arrays.stream(labels, 0, learnt).noneMatch(one -> one == wanted)) {
                long held = Arrays.stream(labels).filter(one -> one == wanted).count();
                throw new DataException(data.title()
                        + ": expected images to learn from of every class, but of the class "
                        + data.classes().get(label)
                        + (held == 0
                                ? " there are only test images; add some, or remove those"
                                : " all " + held + " are among the " + heldOut + " at the end that are held out; "
                                        + "hold out fewer, or mix the order of the images"));
            }
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
