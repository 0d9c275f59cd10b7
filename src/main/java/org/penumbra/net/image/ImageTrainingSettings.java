package org.penumbra.net.image;

import java.util.Objects;
import org.penumbra.data.SettingProblem;

/**
 * How an image network is trained.
 *
 * @param seed         of weights, batch order, corruption and dropout, each by a stream of its own
 * @param learningRate of Adam at the start, positive
 * @param schedule     how the rate changes over the run
 * @param sigma        standard deviation of the Gaussian corruption of each pixel (pixels reach from 0 to 1), 0 to 10
 * @param clutter      share of the images that {@link org.penumbra.data.image.Clutter} takes the place of before the noise is
 *                     added, 0 (off) to 1. What is asked for then is what can be known: every class alike, and the mean
 *                     of the training images
 * @param lambda       weight of the mean squared reconstruction error beside the cross-entropy, 0 to 1e6
 * @param dropout      share of the code's units that the class head does not see in a step, at least 0, below 1
 * @param batch        images a step, 1 to 8192
 * @param epochs       passes over the training images, 1 to 10 000
 * @param heldOut      images at the end of the training set that are not trained on, for validation and calibration
 */
public record ImageTrainingSettings(
        long seed,
        double learningRate,
        LearningRateSchedule schedule,
        double sigma,
        double clutter,
        double lambda,
        double dropout,
        int batch,
        int epochs,
        int heldOut) {

    /** Most images a step. */
    public static final int MOST_BATCH = 8192;
    /** Most passes. */
    public static final int MOST_EPOCHS = 10_000;
    /** Most images held out. */
    public static final int MOST_HELD_OUT = 1_000_000;

    public ImageTrainingSettings {
        Objects.requireNonNull(schedule, "schedule");
        require(
                learningRate > 0 && learningRate <= 1000,
                "learning rate",
                "a number above 0 and up to 1000",
                learningRate);
        require(sigma >= 0 && sigma <= 10, "sigma", "0 to 10", sigma);
        require(clutter >= 0 && clutter <= 1, "clutter", "0 to 1", clutter);
        require(lambda >= 0 && lambda <= 1e6, "lambda", "0 to 1e6", lambda);
        require(dropout >= 0 && dropout < 1, "dropout", "at least 0 and below 1", dropout);
        require(batch >= 1 && batch <= MOST_BATCH, "batch", "1 to " + MOST_BATCH + " images", batch);
        require(epochs >= 1 && epochs <= MOST_EPOCHS, "epochs", "1 to " + MOST_EPOCHS, epochs);
        require(heldOut >= 0 && heldOut <= MOST_HELD_OUT, "held out", "0 to " + MOST_HELD_OUT + " images", heldOut);
    }

    private static void require(boolean good, String what, String expected, Number actual) {
        if (!good) {
            throw new SettingProblem(what, expected, actual);
        }
    }
}
