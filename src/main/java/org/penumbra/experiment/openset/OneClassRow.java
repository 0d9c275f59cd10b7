package org.penumbra.experiment.openset;

import java.util.List;
import org.penumbra.detector.Description;
import org.penumbra.detector.model.ImageDetectors;

/**
 * A row of the tables of {@link OneClass}: a detector and how the autoencoder is asked.
 *
 * @param id       in results
 * @param detector as it is named
 * @param asked    how
 * @param title    for people
 */
record OneClassRow(String id, String detector, Asked asked, String title) {

    /** How the autoencoder is asked. */
    enum Asked {
        /** About the images themselves. */
        PLAINLY,
        /** About corrupted copies of each, as in training. */
        CORRUPTED,
        /** Before it has learnt anything. */
        UNTRAINED
    }

    private static final String ERROR = "reconstruction";
    private static final String RELATIVE = "relative-error";
    private static final String ON_CODE = "deep-knn";

    /** The autoencoder by its reconstruction as it learnt to reconstruct. */
    static final OneClassRow DENOISED = new OneClassRow(
            "mean-relative-error", RELATIVE, Asked.CORRUPTED, "dAE: relative error of the mean reconstruction");

    /** The row whose ranking is that of the confidence, as the softmax of one class is 1 everywhere. */
    static final OneClassRow CONFIDENCE =
            new OneClassRow(ERROR, ERROR, Asked.PLAINLY, "dAE: reconstruction error, as c\u0303");

    /** Detectors that need no classifier. Every jury has the energy in it, which means nothing with one output. */
    static final List<OneClassRow> ALL = List.of(
            DENOISED,
            new OneClassRow("mean-error", ERROR, Asked.CORRUPTED, "dAE: error of the mean reconstruction"),
            new OneClassRow(RELATIVE, RELATIVE, Asked.PLAINLY, "dAE: relative reconstruction error"),
            CONFIDENCE,
            new OneClassRow(ON_CODE, ON_CODE, Asked.PLAINLY, "deep nearest neighbours in the code"),
            new OneClassRow("untrained-deep-knn", ON_CODE, Asked.UNTRAINED, "the same in the code before training"),
            plain("mahalanobis"),
            plain("one-class-svm:features=code"),
            plain("knn"),
            plain("one-class-svm:features=inputs"));

    private static OneClassRow plain(String detector) {
        Description about = ImageDetectors.named(detector).about();
        String where = about.chosen("features")
                .map(features -> features.equals("code") ? " on the code" : " on pixels")
                .orElse("");
        return new OneClassRow(detector, detector, Asked.PLAINLY, about.name() + where);
    }

    /** The rows of one way of asking. */
    static List<OneClassRow> of(Asked asked) {
        return ALL.stream().filter(row -> row.asked() == asked).toList();
    }
}
