package org.penumbra.live.draw;

import java.util.Set;
import java.util.concurrent.Callable;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/**
 * Fits a detector on the images a model was trained on. It is called once, on a thread of the background; how far it has come
 * may be asked, and the end of it, from any other.
 */
public final class DetectorFit implements Callable<Fitted> {

    /** Training images that are taken at most: enough for every detector to be as good as on all of them, and soon answered. */
    private static final int MOST = 10_000;
    /** Parts of the work: reading images, and asking the network about them. */
    private static final double READ = 0.05;

    private static final double ASKED = 0.35;

    private final ImageModel model;
    private final Detector detector;
    private final DataHome home;
    private volatile double share;
    private volatile boolean cancelled;

    /** @param home where the images are */
    public DetectorFit(ImageModel model, Detector detector, DataHome home) {
        this.model = model;
        this.detector = detector;
        this.home = home;
    }

    /**
     * Fits it, which takes seconds to minutes.
     *
     * @throws org.penumbra.detector.FitStopped   when it was cancelled
     * @throws org.penumbra.detector.FitException when it cannot be fitted on those images
     * @throws DataException                      when the images are not here, or cannot be read
     */
    @Override
    public Fitted call() {
        LearntImages images = LearntImages.of(model, home)
                .orElseThrow(() -> new DataException("The images that the model was trained on are not here; get "
                        + "them, or open a detector that was fitted elsewhere"));
        FitWatcher watcher = this::take;
        try (ImageClassifier network = model.network()) {
            FitData data = ImageFitData.of(
                    network,
                    images.learnt(),
                    images.heldOut(),
                    MOST,
                    Set.copyOf(detector.needs()),
                    watcher.part(READ, ASKED));
            return detector.fit(data, watcher.part(ASKED, 1));
        }
    }

    private boolean take(double reached) {
        share = reached;
        return !cancelled;
    }

    /** How far it has come, 0 to 1. */
    public double share() {
        return share;
    }

    /** Ends it soon. */
    public void cancel() {
        cancelled = true;
    }
}
