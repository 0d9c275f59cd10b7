package org.penumbra.command.image;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.archive.FittedOn;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitWatcher;
import org.penumbra.fitting.DetectorAnswers;
import org.penumbra.fitting.OtherImages;
import org.penumbra.fitting.UnknownFigures;
import org.penumbra.net.image.ImageClassifier;

/**
 * Measures how well detectors tell images of a model's classes from images of none.
 *
 * @param tau threshold of all detectors, or null for the usual one of each
 */
record OpenSetMeasure(Console console, ImageClassifier network, OtherImages others, Double tau) {

    /** Images of a set. */
    static final int MOST = 10_000;

    private static final long SEED = 1;

    /**
     * Measures.
     *
     * @param known   what the known images are called
     * @param images  of the model's classes, under its labels
     * @param unknown sets of images of none
     * @param most    images of each set
     */
    OpenSetReport of(List<NamedDetector> detectors, String known, ImageSet images, List<String> unknown, int most) {
        ImageSet sample = images.count() <= most ? images : new ImageSample(images, SEED).of(most);
        List<DetectorAnswers> ofKnown = ask(detectors, known, sample);
        List<List<OpenSetReport.Row>> rows = new ArrayList<>();
        detectors.forEach(one -> rows.add(new ArrayList<>()));
        for (String name : unknown) {
            List<DetectorAnswers> ofUnknown =
                    ask(detectors, name, others.load(name, OtherImages.Part.TEST, most, SEED));
            for (int i = 0; i < detectors.size(); i++) {
                rows.get(i).add(row(name, sample.labels(), ofKnown.get(i), ofUnknown.get(i), detectors.get(i)));
            }
        }
        List<OpenSetReport.Measured> measured = new ArrayList<>();
        for (int i = 0; i < detectors.size(); i++) {
            NamedDetector one = detectors.get(i);
            measured.add(new OpenSetReport.Measured(
                    one.id(),
                    one.fitted().about().name(),
                    one.called().equals(one.id()) ? null : one.called(),
                    one.on().map(FittedOn::seconds).orElse(null),
                    1000 * ofKnown.get(i).seconds() / sample.count(),
                    one.tau(tau),
                    rows.get(i)));
        }
        return new OpenSetReport(known, sample.count(), OpenSetReport.CONVENTIONS, measured);
    }

    /** Progress goes to standard error, as a set of 10 000 images takes some detectors a minute. */
    private List<DetectorAnswers> ask(List<NamedDetector> detectors, String name, ImageSet images) {
        console.err()
                .println("Asking " + detectors.size() + " detectors about " + images.count() + " images of " + name);
        return DetectorAnswers.of(
                network, detectors.stream().map(NamedDetector::fitted).toList(), images, FitWatcher.NONE);
    }

    private OpenSetReport.Row row(
            String name, int[] labels, DetectorAnswers known, DetectorAnswers unknown, NamedDetector detector) {
        return OpenSetReport.Row.of(
                name,
                unknown.best().length,
                UnknownFigures.of(network.shape().classes(), labels, known, unknown, detector.tau(tau)));
    }
}
