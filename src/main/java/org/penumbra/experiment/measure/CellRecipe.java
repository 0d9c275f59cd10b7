package org.penumbra.experiment.measure;

import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/**
 * How a cell trains a network: as many steps, whatever the number of classes, so that the weights of all have moved as far.
 *
 * @param architecture which of the four
 * @param omega        units a class; 1 unless COOL
 * @param steps        about so many: whole passes over the images that come nearest
 * @param schedule     of the learning rate, 0.001 at its highest
 * @param sigma        of the Gaussian corruption, 0 for a network without a decoder
 * @param clutter      share of the images that clutter takes the place of
 * @param lambda       weight of the reconstruction
 * @param dropout      of the code
 */
public record CellRecipe(
        ImageArchitecture architecture,
        int omega,
        int steps,
        LearningRateSchedule schedule,
        double sigma,
        double clutter,
        double lambda,
        double dropout) {

    /** Images a step. */
    public static final int BATCH = 128;

    private static final double LEARNING_RATE = 1e-3;
    private static final double DROPOUT = 0.5;
    private static final int OMEGA = 5;
    private static final double LAMBDA = 5;
    /** One in so many training images is held out, as 5 000 of 60 000. */
    private static final int HELD_OUT_ONE_IN = 12;

    /** The plain network as its presets train it. */
    public static CellRecipe cnn(int steps) {
        return new CellRecipe(ImageArchitecture.CNN, 1, steps, LearningRateSchedule.COSINE, 0, 0, 0, DROPOUT);
    }

    /** COOL as its presets train it, with five units a class. */
    public static CellRecipe cool(int steps) {
        return new CellRecipe(ImageArchitecture.COOL, OMEGA, steps, LearningRateSchedule.COSINE, 0, 0, 0, DROPOUT);
    }

    /** The denoising autoencoder with a mirrored decoder; with Gaussian corruption alone, as the paper says, where clutter is 0. */
    public static CellRecipe autoencoder(int steps, double sigma, double clutter) {
        return new CellRecipe(
                ImageArchitecture.DAE_SYM, 1, steps, LearningRateSchedule.WARM_COSINE, sigma, clutter, LAMBDA, 0);
    }

    /** Its shape for so many classes. */
    public ImageSettings shape(int classes) {
        return new ImageSettings(architecture, classes, omega);
    }

    /** Its training on so many images, of which some are held out. */
    ImageTrainingSettings training(int images, long seed) {
        int heldOut = images / HELD_OUT_ONE_IN;
        long epochs = Math.round((double) steps * BATCH / (images - heldOut));
        return new ImageTrainingSettings(
                seed,
                LEARNING_RATE,
                schedule,
                sigma,
                clutter,
                lambda,
                dropout,
                BATCH,
                (int) Math.max(1, Math.min(ImageTrainingSettings.MOST_EPOCHS, epochs)),
                heldOut);
    }
}
