package org.penumbra.experiment.measure;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.fitting.DetectorAnswers;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.fitting.MeanReconstruction;
import org.penumbra.fitting.OtherImages;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;

/**
 * Detectors that a cell fitted on a network it trained.
 *
 * @param fitted  by name, in the order in which they were asked for
 * @param refused why one could not be fitted, by name
 */
public record FittedInCell(Map<String, Fitted> fitted, Map<String, String> refused) {

    /** Share of the work that the network's answers are. */
    private static final double ANSWERED = 0.3;

    /**
     * Fits them all. One that cannot be fitted on such a network, as some take two classes at least, is left out and the reason kept.
     *
     * @param wanted detectors as {@link ImageDetectors#named} takes them
     * @param most   training images that the network is asked about
     * @param seed   of the clutter that is shown to those that learn from images of no class
     * @throws CellStopped when the watcher ends it
     */
    public static FittedInCell of(
            ImageClassifier network,
            TrainedInCell trained,
            List<String> wanted,
            int most,
            long seed,
            CellWatcher watcher) {
        List<Detector> detectors = wanted.stream().map(ImageDetectors::named).toList();
        FitData data = data(network, trained, detectors, most, seed, watcher.part(0, ANSWERED));
        Map<String, Fitted> fitted = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        CellWatcher fits = watcher.part(ANSWERED, 1);
        for (int i = 0; i < detectors.size(); i++) {
            Detector detector = detectors.get(i);
            CellWatcher own = fits.part((double) i / detectors.size(), (i + 1.0) / detectors.size());
            try {
                fitted.put(wanted.get(i), stopping(() -> detector.fit(data, own.fit())));
            } catch (FitException cannot) {
                refused.put(wanted.get(i), cannot.getMessage());
            }
            own.at(1);
        }
        return new FittedInCell(fitted, refused);
    }

    private static FitData data(
            ImageClassifier network,
            TrainedInCell trained,
            List<Detector> detectors,
            int most,
            long seed,
            CellWatcher watcher) {
        Set<Evidence.Part> parts = EnumSet.noneOf(Evidence.Part.class);
        detectors.forEach(detector -> parts.addAll(detector.needs()));
        parts.remove(Evidence.Part.GAMMA);
        FitData data = stopping(() -> ImageFitData.of(
                network,
                trained.learnt(),
                trained.heldOut(),
                most,
                parts,
                watcher.part(0, 0.8).fit()));
        if (detectors.stream().noneMatch(ImageDetectors::needsNegatives)) {
            return data;
        }
        int others = Math.max(1, data.train().count() / data.classes());
        // Clutter is made and not read, so no folder of data is looked into.
        ImageSet clutter = new OtherImages(DataHome.ofProcess(null), trained.model())
                .load("clutter", OtherImages.Part.TRAINING, others, seed);
        return data.withNegatives(stopping(() -> ImageFitData.evidence(
                network, clutter, parts, watcher.part(0.8, 1).fit())));
    }

    /**
     * What detectors say of images.
     *
     * @throws CellStopped when the watcher ends it
     */
    public static List<DetectorAnswers> ask(
            ImageClassifier network, List<Fitted> detectors, ImageSet images, CellWatcher watcher) {
        return stopping(() -> DetectorAnswers.of(network, detectors, images, watcher.fit()));
    }

    /**
     * Images as evidence whose errors are those of their mean reconstructions.
     *
     * @throws CellStopped when the watcher ends it
     */
    public static Evidence reconstructed(
            ImageClassifier network, MeanReconstruction reconstruction, ImageSet images, CellWatcher watcher) {
        return stopping(() -> {
            Evidence plain = ImageFitData.evidence(
                    network,
                    images,
                    EnumSet.of(Evidence.Part.INPUTS),
                    watcher.part(0, 0.1).fit());
            return plain.withErrors(
                    reconstruction.errors(network, images, watcher.part(0.1, 1).fit()));
        });
    }

    /** A fit that its watcher ended ends the cell. */
    private static <T> T stopping(Supplier<T> work) {
        try {
            return work.get();
        } catch (FitStopped end) {
            throw (CellStopped) new CellStopped().initCause(end);
        }
    }
}
