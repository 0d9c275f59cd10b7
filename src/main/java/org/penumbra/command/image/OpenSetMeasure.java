package org.penumbra.command.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.archive.FittedOn;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.command.option.OtherImages;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.metric.OpenSetCurve;
import org.penumbra.detector.metric.OpenSetFigures;
import org.penumbra.detector.metric.Separation;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageNetwork;

/**
 * Measures how well detectors tell images of a model's classes from images of none.
 *
 * @param tau threshold of all detectors, or null for the usual one of each
 */
record OpenSetMeasure(Console console, ImageNetwork network, OtherImages others, Double tau) {

    /** Images of a set. */
    static final int MOST = 10_000;

    private static final long SEED = 1;
    /** Images judged at once, which bounds the memory. */
    private static final int CHUNK = 250;

    /** What a detector said of a set of images, and how long it took, seconds. */
    private record Said(int[] best, double[] acceptance, double[] ranking, double seconds) {}

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
        List<Said> ofKnown = ask(detectors, known, sample);
        List<List<OpenSetReport.Row>> rows = new ArrayList<>();
        detectors.forEach(one -> rows.add(new ArrayList<>()));
        for (String name : unknown) {
            List<Said> ofUnknown = ask(detectors, name, others.load(name, OtherImages.Part.TEST, most, SEED));
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
    private List<Said> ask(List<NamedDetector> detectors, String name, ImageSet images) {
        console.err()
                .println("Asking " + detectors.size() + " detectors about " + images.count() + " images of " + name);
        Set<Evidence.Part> parts = EnumSet.noneOf(Evidence.Part.class);
        detectors.forEach(one -> parts.addAll(one.fitted().needs()));
        parts.remove(Evidence.Part.GAMMA);
        int count = images.count();
        List<int[]> best = new ArrayList<>();
        List<Opinion> all = new ArrayList<>();
        for (NamedDetector ignored : detectors) {
            best.add(new int[count]);
            all.add(Opinion.empty(count, 1));
        }
        double[] seconds = new double[detectors.size()];
        for (int from = 0; from < count; from += CHUNK) {
            ImageSet part = images.part(from, Math.min(count, from + CHUNK));
            Evidence evidence = ImageFitData.evidence(network, part, parts, FitWatcher.NONE);
            for (int i = 0; i < detectors.size(); i++) {
                long start = System.nanoTime();
                Opinion opinion = detectors.get(i).fitted().judge(evidence);
                seconds[i] += (System.nanoTime() - start) / 1e9;
                System.arraycopy(opinion.acceptance(), 0, all.get(i).acceptance(), from, part.count());
                System.arraycopy(opinion.ranking(), 0, all.get(i).ranking(), from, part.count());
                for (int row = 0; row < part.count(); row++) {
                    best.get(i)[from + row] = opinion.answer(row);
                }
            }
        }
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < detectors.size(); i++) {
            said.add(new Said(best.get(i), all.get(i).acceptance(), all.get(i).ranking(), seconds[i]));
        }
        return said;
    }

    private OpenSetReport.Row row(String name, int[] labels, Said known, Said unknown, NamedDetector detector) {
        Separation separation = new Separation(known.ranking(), unknown.ranking());
        boolean ordered = !Double.isNaN(separation.auroc());
        boolean[] right = new boolean[labels.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = known.best()[i] == labels[i];
        }
        int[] truths = Arrays.copyOf(labels, labels.length + unknown.best().length);
        Arrays.fill(truths, labels.length, truths.length, OpenSetFigures.UNKNOWN);
        OpenSetFigures figures = OpenSetFigures.of(
                network.settings().classes(),
                truths,
                OpenSetFigures.answers(
                        joined(known.best(), unknown.best()),
                        joined(known.acceptance(), unknown.acceptance()),
                        detector.tau(tau)));
        return new OpenSetReport.Row(
                name,
                unknown.best().length,
                separation.auroc(),
                separation.averagePrecisionOfKnown(),
                separation.averagePrecisionOfUnknown(),
                separation.unknownAcceptedWhere95PercentOfKnownAre().rate(),
                separation.knownRefusedWhere95PercentOfUnknownAre().rate(),
                ordered
                        ? OpenSetCurve.of(known.ranking(), right, unknown.ranking())
                                .area()
                        : Double.NaN,
                figures.macroF1(),
                figures.knownAcceptedAndRight(),
                figures.unknownAccepted());
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
