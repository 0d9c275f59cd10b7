package org.penumbra.net.image;

import java.util.Objects;
import org.penumbra.data.Range;
import org.penumbra.data.SettingProblem;

/**
 * How an image network is trained.
 *
 * @param seed         of weights, batch order, corruption and dropout, each by a stream of its own
 * @param learningRate of Adam at the start, above 0, at most 1000
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

    /** Of Adam; far too high ones are allowed, to be seen failing. */
    public static final Range LEARNING_RATE = Range.above(0, 1000);
    /** Standard deviations of the corruption of a pixel. */
    public static final Range SIGMA = Range.of(0, 10);
    /** Shares of clutter among the images. */
    public static final Range CLUTTER = Range.of(0, 1);
    /** Weights of the reconstruction loss. */
    public static final Range LAMBDA = Range.of(0, 1e6);
    /** Shares of units that are left out; without any there is nothing to learn from. */
    public static final Range DROPOUT = Range.below(0, 1);
    /** Most images a step. */
    public static final int MOST_BATCH = 8192;
    /** Most passes. */
    public static final int MOST_EPOCHS = 10_000;
    /** Most images held out. */
    public static final int MOST_HELD_OUT = 1_000_000;

    public ImageTrainingSettings {
        Objects.requireNonNull(schedule, "schedule");
        LEARNING_RATE.require("learning rate", learningRate);
        SIGMA.require("sigma", sigma);
        CLUTTER.require("clutter", clutter);
        LAMBDA.require("lambda", lambda);
        DROPOUT.require("dropout", dropout);
        require(batch >= 1 && batch <= MOST_BATCH, "batch", "1 to " + MOST_BATCH + " images", batch);
        require(epochs >= 1 && epochs <= MOST_EPOCHS, "epochs", "1 to " + MOST_EPOCHS, epochs);
        require(heldOut >= 0 && heldOut <= MOST_HELD_OUT, "held out", "0 to " + MOST_HELD_OUT + " images", heldOut);
    }

    /** Steps of a whole run on so many images: enough for every image to come as often as there are epochs. */
    public long steps(int images) {
        return ((long) epochs * images + batch - 1) / batch;
    }

    private static void require(boolean good, String what, String expected, Number actual) {
        if (!good) {
            throw new SettingProblem(what, expected, actual);
        }
    }
}
