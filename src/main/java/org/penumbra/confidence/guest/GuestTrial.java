package org.penumbra.confidence.guest;

import java.util.List;
import java.util.Optional;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.PixelRange;
import org.penumbra.net.guest.PixelScale;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainingImages;

/**
 * How a guest answers images whose classes are known. It tells at once whether its pixels are taken for what they are: a
 * network that was trained on dark ink answers next to nothing right where the ink is light.
 *
 * @param guest    with what was found: its errors where it reconstructs, and which images they are of
 * @param images   test images that it was asked about
 * @param accuracy share answered right, 0 to 1
 * @param better   other pixels with which it would answer far more of them right; empty where there are none
 */
public record GuestTrial(GuestModel guest, int images, double accuracy, Optional<Better> better) {

    /** Test images that are asked about, and those for each other way to take the pixels. */
    private static final int MOST = 2000;

    private static final int SOME = 300;
    /** Held-out images whose errors calibrate alpha. */
    private static final int HELD_OUT = 10_000;

    private static final long SEED = 1;
    /** Where more are right than this, nothing is wrong with the pixels. */
    private static final double GOOD = 0.5;
    /** So many more must be right for other pixels to be worth a word. */
    private static final double GAIN = 0.25;
    /** So many more must be right for unusual pixels to be preferred to usual ones. */
    private static final double CLEARLY = 0.1;

    /** Mean and deviation of MNIST's training images, by which programs standardise their pixels. */
    private static final double MEAN = 0.1307;

    private static final double DEVIATION = 0.3081;

    /**
     * Other pixels.
     *
     * @param pixels   which
     * @param accuracy share answered right with them, 0 to 1
     */
    public record Better(PixelScale pixels, double accuracy) {}

    /** Asks; takes some seconds. The network is opened and closed on the calling thread. */
    public static GuestTrial of(ChosenImages chosen) {
        GuestModel guest = chosen.guest();
        ImageSet test = sample(chosen.test(), MOST);
        double accuracy;
        float[] errors = new float[0];
        try (ImageClassifier network = guest.network()) {
            accuracy = ImageAnswers.of(network, test).accuracy();
            if (guest.doubts()) {
                ImageSet heldOut = sample(chosen.heldOut(), HELD_OUT);
                errors =
                        ImageMetrics.quantiles(ImageAnswers.of(network, heldOut).errors(), ImageModel.QUANTILES);
            }
        }
        TrainingImages images = new TrainingImages(
                chosen.data().name(),
                chosen.data().checksums(),
                chosen.data().fit(),
                chosen.data().folder(),
                chosen.heldOutCount(),
                0);
        return new GuestTrial(
                guest.with(errors, images), test.count(), accuracy, better(guest, sample(test, SOME), accuracy));
    }

    private static ImageSet sample(ImageSet images, int most) {
        return images.count() <= most ? images : new ImageSample(images, SEED).of(most);
    }

    private static Optional<Better> better(GuestModel guest, ImageSet images, double accuracy) {
        if (accuracy >= GOOD) {
            return Optional.empty();
        }
        Optional<Better> best = Optional.empty();
        for (PixelScale pixels : others(guest.reading().pixels())) {
            double found = accuracy(guest, pixels, images);
            // Those that come first are the usual ones; others must be clearly better than they.
            double least = best.map(usual -> usual.accuracy() + CLEARLY).orElse(accuracy + GAIN);
            if (found >= least) {
                best = Optional.of(new Better(pixels, found));
            }
        }
        return best;
    }

    private static double accuracy(GuestModel guest, PixelScale pixels, ImageSet images) {
        GuestModel other =
                guest.with(guest.reading().withPixels(pixels, guest.reading().reconstructed()));
        try (ImageClassifier network = other.network()) {
            return ImageAnswers.of(network, images).accuracy();
        }
    }

    /** All but these. */
    private static List<PixelScale> others(PixelScale taken) {
        return List.of(
                        PixelScale.OWN,
                        PixelScale.of(PixelRange.UNIT, true),
                        PixelScale.of(PixelRange.BYTES, false),
                        PixelScale.of(PixelRange.BYTES, true),
                        PixelScale.of(PixelRange.SIGNED, false),
                        PixelScale.of(PixelRange.SIGNED, true),
                        new PixelScale(PixelRange.STANDARDISED, false, MEAN, DEVIATION),
                        new PixelScale(PixelRange.STANDARDISED, true, MEAN, DEVIATION))
                .stream()
                .filter(pixels -> !pixels.equals(taken))
                .toList();
    }
}
