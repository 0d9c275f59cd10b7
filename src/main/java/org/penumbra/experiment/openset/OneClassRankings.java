package org.penumbra.experiment.openset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitException;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.measure.FittedInCell;
import org.penumbra.experiment.measure.TrainedInCell;
import org.penumbra.fitting.DetectorAnswers;
import org.penumbra.fitting.MeanReconstruction;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageNetwork;

/** How the rows of {@link OneClass} rank test images, each fitted on images of the trained class alone. */
final class OneClassRankings {

    /** Corrupted copies of each image that a mean reconstruction is of. */
    private static final int COPIES = 16;

    private static final int QUICK_COPIES = 2;
    private static final int FIT_IMAGES = 6000;

    /** Shares of the work: detectors of the trained network, its mean reconstructions, and in each fitting before asking. */
    private static final double PLAINLY = 0.6;

    private static final double CORRUPTED = 0.9;
    private static final double FITTED = 0.6;
    private static final double HELD_OUT = 0.1;

    private final ExperimentSettings settings;
    private final TrainedInCell trained;
    private final ImageSet test;
    private final Map<String, double[]> rankings = new HashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    private OneClassRankings(ExperimentSettings settings, TrainedInCell trained, ImageSet test) {
        this.settings = settings;
        this.trained = trained;
        this.test = test;
    }

    /**
     * Fits all and asks them.
     *
     * @param test images of all classes
     * @throws org.penumbra.experiment.CellStopped when the watcher ends it
     */
    static OneClassRankings of(ExperimentSettings settings, TrainedInCell trained, ImageSet test, CellWatcher watcher) {
        OneClassRankings all = new OneClassRankings(settings, trained, test);
        try (ImageClassifier network = trained.model().network()) {
            all.detectors(network, OneClassRow.Asked.PLAINLY, watcher.part(0, PLAINLY));
            all.meanReconstructions(network, watcher.part(PLAINLY, CORRUPTED));
        }
        try (ImageNetwork network = new ImageNetwork(trained.model().settings())) {
            // The very weights that the training began with.
            network.initialise(new Seeds(trained.model().provenance().training().seed()).weights());
            all.detectors(network, OneClassRow.Asked.UNTRAINED, watcher.part(CORRUPTED, 1));
        }
        return all;
    }

    /** Corrupted copies of each image. */
    static int copies(boolean quick) {
        return quick ? QUICK_COPIES : COPIES;
    }

    /** n numbers, larger for what is better known; empty where the detector could not be fitted. */
    Optional<double[]> of(OneClassRow row) {
        return Optional.ofNullable(rankings.get(row.id()));
    }

    /** Why some could not be fitted, by the id of the row. */
    Map<String, String> refused() {
        return refused;
    }

    /** Those who are asked about the images themselves. */
    private void detectors(ImageClassifier network, OneClassRow.Asked asked, CellWatcher watcher) {
        List<OneClassRow> rows = OneClassRow.of(asked);
        FittedInCell fits = FittedInCell.of(
                network,
                trained,
                rows.stream().map(OneClassRow::detector).toList(),
                FIT_IMAGES,
                settings.seed(),
                watcher.part(0, FITTED));
        List<DetectorAnswers> answers =
                FittedInCell.ask(network, List.copyOf(fits.fitted().values()), test, watcher.part(FITTED, 1));
        List<String> fitted = new ArrayList<>(fits.fitted().keySet());
        for (OneClassRow row : rows) {
            int at = fitted.indexOf(row.detector());
            if (at < 0) {
                refused.put(row.id(), fits.refused().get(row.detector()));
            } else {
                rankings.put(row.id(), answers.get(at).ranking());
            }
        }
    }

    /** Those who judge the error of the mean reconstruction, fitted on that of held-out images. */
    private void meanReconstructions(ImageClassifier network, CellWatcher watcher) {
        Evidence known = reconstructed(network, trained.heldOut(), 0, watcher.part(0, HELD_OUT));
        Evidence asked = reconstructed(network, test, 1, watcher.part(HELD_OUT, 1));
        for (OneClassRow row : OneClassRow.of(OneClassRow.Asked.CORRUPTED)) {
            try {
                rankings.put(
                        row.id(),
                        ImageDetectors.named(row.detector())
                                .fit(known, trained.heldOut().labels())
                                .judge(asked)
                                .ranking());
            } catch (FitException cannot) {
                refused.put(row.id(), cannot.getMessage());
            }
        }
    }

    /** @param stream of the noise, so that the two sets have noise of their own */
    private Evidence reconstructed(ImageClassifier network, ImageSet images, int stream, CellWatcher watcher) {
        MeanReconstruction reconstruction = new MeanReconstruction(
                OneClassWork.SIGMA, copies(settings.quick()), Seeds.item(settings.seed(), stream));
        return FittedInCell.reconstructed(network, reconstruction, images, watcher);
    }
}
