package org.penumbra.experiment.run;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/**
 * How fast this machine is beside the one on which the times of cells were measured, told by a second of what most cells do:
 * steps of a CNN's training and answers to images. The images are noise, as only the time counts.
 */
public final class SpeedProbe {

    private static final int IMAGES = 512;
    private static final int BATCH = 128;
    private static final int STEPS = IMAGES / BATCH;
    private static final int LANES = 2;
    /**
     * Seconds a round takes on the two-core cloud machine of the README: 512 images at 6 070 a second in training, and at 19 950
     * a second in answers.
     */
    private static final double USUAL_ROUND = IMAGES / 6070.0 + IMAGES / 19_950.0;

    private static final double WARM_UP_SECONDS = 0.5;
    private static final double SECONDS = 1;
    private static final int MOST_ROUNDS = 20;

    private SpeedProbe() {}

    /**
     * Measures for about a second and a half; a slow machine for one round more.
     *
     * @return seconds that one second of {@link org.penumbra.experiment.Cell#seconds} takes here: 2 on a machine half as fast
     */
    public static double slowness() {
        ImageSet images = new NoiseImages(IMAGES, ImageSettings.SIDE, 1).make();
        ImageTrainingSettings training =
                new ImageTrainingSettings(1, 1e-3, LearningRateSchedule.CONSTANT, 0, 0, 0, 0, BATCH, 10_000, 0);
        try (ImageTraining run =
                new ImageTraining(new ImageSettings(ImageArchitecture.CNN, 10, 1), training, images, LANES)) {
            rounds(run, images, WARM_UP_SECONDS);
            List<Double> rounds = rounds(run, images, SECONDS);
            return rounds.get(rounds.size() / 2) / USUAL_ROUND;
        }
    }

    /** What rounds took, the shortest first; at least one. */
    private static List<Double> rounds(ImageTraining run, ImageSet images, double seconds) {
        List<Double> rounds = new ArrayList<>();
        long begin = System.nanoTime();
        do {
            long start = System.nanoTime();
            for (int step = 0; step < STEPS; step++) {
                run.step();
            }
            ImageAnswers.of(run.network(), images);
            rounds.add((System.nanoTime() - start) / 1e9);
        } while (rounds.size() < MOST_ROUNDS && (System.nanoTime() - begin) / 1e9 < seconds);
        rounds.sort(null);
        return rounds;
    }
}
