package org.penumbra.experiment.openset;

import java.util.List;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Workshop;

/**
 * A data set that cells train on.
 *
 * @param name  as the program calls it
 * @param title for people
 * @param taus  thresholds of scores that are probabilities, as the paper's figure of this set has them
 */
record TrainedSet(String name, String title, List<Double> taus) {

    private static final String BUILT_IN = "built-in-digits";
    private static final int BUILT_IN_TRAINING = 3600;
    private static final int BUILT_IN_TEST = 600;
    private static final long BUILT_IN_SEED = 1;

    private static final double TAU_90 = 0.9;
    private static final double TAU_99 = 0.99;

    private static final TrainedSet DIGITS = new TrainedSet(BUILT_IN, "built-in digits", List.of(TAU_99));
    private static final List<TrainedSet> PUBLISHED = List.of(
            new TrainedSet("mnist", "MNIST", List.of(TAU_99)),
            new TrainedSet("fashion-mnist", "Fashion-MNIST", List.of(TAU_90, TAU_99)));

    /** The two of the paper; in the quick version digits that the program makes, as it must run where no data are. */
    static List<TrainedSet> all(boolean quick) {
        return quick ? List.of(DIGITS) : PUBLISHED;
    }

    /** What an experiment on all of them needs. */
    static Needs needs(boolean quick) {
        return quick
                ? Needs.NOTHING
                : new Needs(PUBLISHED.stream().map(TrainedSet::name).toList(), List.of());
    }

    /** The images. */
    ImageData images(Workshop workshop) {
        return name.equals(BUILT_IN)
                ? new BuiltInDigits(BUILT_IN_TRAINING, BUILT_IN_TEST, BUILT_IN_SEED).make()
                : workshop.data(name);
    }
}
