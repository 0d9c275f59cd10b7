package org.penumbra.live.draw;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.archive.OriginalImages;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * How many test images, which neither the network nor the detector has learnt, a fitted detector accepts at its usual threshold.
 * It asks the network about a sample of them, so it belongs on a thread of the background.
 */
public final class AcceptedShare implements Callable<Optional<AcceptedShare.Accepted>> {

    /** Images that are asked about: the share is then right to a percent or so. */
    private static final int IMAGES = 1000;
    /** Images judged between two looks at whether it is to go on. */
    private static final int CHUNK = 50;

    private static final String REMEDY = "Draw all the same";

    private final ImageModel model;
    private final Fitted detector;
    private final DataHome home;
    private volatile boolean cancelled;

    /**
     * What was found.
     *
     * @param title  of the images: "MNIST test images"
     * @param images how many were asked about
     * @param share  of them that are accepted, 0 to 1
     */
    public record Accepted(String title, int images, double share) {}

    public AcceptedShare(ImageModel model, Fitted detector, DataHome home) {
        this.model = model;
        this.detector = detector;
        this.home = home;
    }

    /** Ends it soon, without a result. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Asks, which takes a second or a few.
     *
     * @return empty where the images are not here, or it was cancelled
     * @throws org.penumbra.data.DataException when they are here but cannot be read
     */
    @Override
    public Optional<Accepted> call() {
        if (!LearntImages.areHere(model, home)) {
            return Optional.empty();
        }
        ImageData data =
                new OriginalImages(model.trainingImages(), home).read(REMEDY).ofSide(ImageSettings.SIDE);
        ImageSet images = data.test().count() <= IMAGES
                ? data.test()
                : new ImageSample(data.test(), ImageFitData.SEED).of(IMAGES);
        int accepted = 0;
        try (ImageClassifier network = model.network()) {
            for (int from = 0; from < images.count(); from += CHUNK) {
                if (cancelled) {
                    return Optional.empty();
                }
                ImageSet some = images.part(from, Math.min(images.count(), from + CHUNK));
                accepted += accepted(ImageFitData.evidence(network, some, detector.needs(), FitWatcher.NONE));
            }
        }
        return Optional.of(new Accepted(
                data.title() + " test images", images.count(), (double) accepted / Math.max(1, images.count())));
    }

    private int accepted(Evidence evidence) {
        double tau = detector.about().usualTau();
        int accepted = 0;
        for (double acceptance : detector.judge(evidence).acceptance()) {
            accepted += acceptance >= tau ? 1 : 0;
        }
        return accepted;
    }
}
