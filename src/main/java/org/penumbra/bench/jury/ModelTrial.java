package org.penumbra.bench.jury;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.penumbra.bench.jury.UnknownImages.Unknowns;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.jury.JurorScale;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/**
 * What every candidate for the jury says of a model's held-out, test and unknown images.
 *
 * @param model    its name
 * @param scales   of each candidate, by its held-out images
 * @param choosing rankings of the first half of the test images, by which juries are chosen, of each candidate
 * @param report   rankings of the other half
 * @param unknowns each set, with rankings of each candidate
 * @param fits     seconds that each candidate took to fit
 * @param drawings milliseconds that each took for one image
 */
record ModelTrial(
        String model,
        List<JurorScale> scales,
        List<double[]> choosing,
        List<double[]> report,
        List<Asked> unknowns,
        List<Double> fits,
        List<Double> drawings) {

    /** Times that one image is asked about, to know how long it takes. */
    private static final int REPEATS = 20;

    /** A set of unknown images and the candidates' rankings of it. */
    record Asked(String name, UnknownImages.Role role, boolean near, List<double[]> rankings) {}

    /** What is tried on which images. */
    record Setup(ImageModel model, String name, ImageData data, ImageData other, int most, UnknownImages sets) {}

    /**
     * Fits the candidates and asks them.
     *
     * @param candidates as {@link Detectors#named} reads them
     * @param progress   is told what is under way
     */
    static ModelTrial of(Setup setup, List<String> candidates, PrintStream progress) {
        Set<Evidence.Part> parts = EnumSet.of(Evidence.Part.INPUTS, Evidence.Part.CODE, Evidence.Part.ERRORS);
        ImageSet all = setup.data().training();
        int learnt = all.count() - setup.model().trainingImages().heldOut();
        try (ImageClassifier network = setup.model().network()) {
            FitData known = ImageFitData.of(
                    network, all.part(0, learnt), all.part(learnt, all.count()), setup.most(), parts, FitWatcher.NONE);
            List<Fitted> fitted = new ArrayList<>();
            List<Double> fits = new ArrayList<>();
            for (String candidate : candidates) {
                progress.printf(Locale.ROOT, "%s: fitting %s%n", setup.name(), candidate);
                long start = System.nanoTime();
                fitted.add(Detectors.named(candidate).fit(known, FitWatcher.NONE));
                fits.add((System.nanoTime() - start) / 1e9);
            }
            ImageSet test = setup.data().test();
            int half = test.count() / 2;
            List<Asked> unknowns = new ArrayList<>();
            for (Unknowns set : setup.sets()
                    .all(
                            test,
                            setup.data().name().equals("mnist"),
                            setup.other().name(),
                            setup.other().training(),
                            setup.other().test())) {
                progress.printf(Locale.ROOT, "%s: asking about %s%n", setup.name(), set.name());
                unknowns.add(new Asked(
                        set.name(), set.role(), set.near(), rankings(fitted, evidence(network, set.images(), parts))));
            }
            progress.printf(Locale.ROOT, "%s: asking about test images%n", setup.name());
            return new ModelTrial(
                    setup.name(),
                    rankings(fitted, known.heldOut()).stream()
                            .map(JurorScale::of)
                            .toList(),
                    rankings(fitted, evidence(network, test.part(0, half), parts)),
                    rankings(fitted, evidence(network, test.part(half, test.count()), parts)),
                    unknowns,
                    fits,
                    drawings(fitted, evidence(network, test.part(0, 1), parts)));
        }
    }

    private static Evidence evidence(ImageClassifier network, ImageSet images, Set<Evidence.Part> parts) {
        return ImageFitData.evidence(network, images, parts, FitWatcher.NONE);
    }

    private static List<double[]> rankings(List<Fitted> fitted, Evidence evidence) {
        return fitted.stream().map(one -> one.judge(evidence).ranking()).toList();
    }

    private static List<Double> drawings(List<Fitted> fitted, Evidence one) {
        List<Double> times = new ArrayList<>();
        for (Fitted detector : fitted) {
            detector.judge(one);
            long start = System.nanoTime();
            for (int i = 0; i < REPEATS; i++) {
                detector.judge(one);
            }
            times.add((System.nanoTime() - start) / 1e6 / REPEATS);
        }
        return times;
    }
}
