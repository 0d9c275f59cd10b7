package org.penumbra.experiment.strangers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.archive.Models;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.FigureTable.Entry;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.experiment.report.Words;

/** What the cells of {@link OutOfDistribution} say together. */
record StrangersFindings(OutOfDistribution experiment, Results results) {

    private static final double PERCENT = 100;
    private static final String MEASURED = "measured";
    private static final String MISSING = "not computed yet";

    /**
     * A figure that is reported.
     *
     * @param id    in the results of cells
     * @param lower whether a lower one is better
     */
    private record Figure(String id, String name, String meaning, boolean lower) {

        double worse(double one, double other) {
            return lower ? Math.max(one, other) : Math.min(one, other);
        }
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "auroc",
                    "AUROC",
                    "The share of pairs of a known and an unknown image that the detector ranks right; 50 % is chance.",
                    false),
            new Figure(
                    "fpr95",
                    "FPR95",
                    "The share of unknown images that are accepted where 95 % of the known ones are.",
                    true),
            new Figure(
                    "aupr_known",
                    "AUPR, known",
                    "The average precision with the known images as positives. It depends on how many images each side has: "
                            + "of blank pages there are only eleven.",
                    false),
            new Figure(
                    "aupr_unknown",
                    "AUPR, unknown",
                    "The average precision with the unknown images as positives. It depends on how many images each side has: "
                            + "of blank pages there are only eleven.",
                    false),
            new Figure(
                    "macro_f1",
                    "macro F1",
                    "The mean F1 of the classes and of \"unknown\", which is counted as one more class, at the usual threshold of "
                            + "each detector.",
                    false));

    Report report() {
        List<ReportPart> parts = new ArrayList<>();
        parts.add(new Words("What was done", done()));
        parts.add(new Words(
                "What the paper shows",
                "The paper asks about classes that were left out and about images made to fool, not about images of "
                        + "other kinds. All figures here are ours."));
        for (String model : experiment.models()) {
            for (Figure figure : FIGURES) {
                parts.add(table(model, figure));
            }
        }
        notes().ifPresent(text -> parts.add(new Words("What could not be measured", text)));
        return new Report(experiment.about().title(), experiment.about().question(), parts);
    }

    private String done() {
        return String.format(
                Locale.ROOT,
                "Models that ship were asked about up to %d test images of their own data set and as many of other kinds: the other "
                        + "data set, letters that the program draws, clutter, noise in every pixel, even greys from blank to black "
                        + "(blank), and digits that the program draws%s. Each was judged by all detectors that ship for it. Nothing "
                        + "was trained or fitted.%n%n"
                        + "To a model of MNIST the built-in digits are digits of another hand: a detector that accepts them is not "
                        + "wrong, so for these models they count nowhere. \"Worst\" is the worst figure among the sets that count.",
                experiment.most(),
                experiment.settings().unknown().isEmpty()
                        ? ""
                        : ", and what was named besides: "
                                + String.join(", ", experiment.settings().unknown()));
    }

    private List<OutOfDistribution.Place> places(String model) {
        return experiment.places().stream()
                .filter(place -> place.model().equals(model))
                .toList();
    }

    /** The detectors of which a model has results or will have, in the order of the catalogue. */
    private List<DetectorKind> detectors(String model) {
        return Detectors.all().stream()
                .filter(kind -> ShippedDetectors.of(model).contains(kind.id())
                        || kind.id().equals("max-softmax")
                        || kind.id().equals("confidence") && Models.load(model).doubts())
                .toList();
    }

    private FigureTable table(String model, Figure figure) {
        List<OutOfDistribution.Place> places = places(model);
        List<FigureTable.Column> columns = new ArrayList<>();
        places.forEach(place -> columns.add(
                new FigureTable.Column(place.set() + (place.counted() ? "" : " (does not count)"), "%", 2)));
        columns.add(new FigureTable.Column("worst", "%", 2));
        List<FigureTable.Row> rows = new ArrayList<>();
        for (DetectorKind kind : detectors(model)) {
            rows.add(new FigureTable.Row(kind.about().name(), entries(places, kind.id(), figure)));
        }
        return new FigureTable(
                model + "-" + figure.id().replace('_', '-'),
                model + ": " + figure.name(),
                figure.meaning(),
                columns,
                rows);
    }

    private List<Entry> entries(List<OutOfDistribution.Place> places, String detector, Figure figure) {
        List<Entry> entries = new ArrayList<>();
        double worst = Double.NaN;
        boolean whole = true;
        for (OutOfDistribution.Place place : places) {
            Optional<Double> value = PlainFigures.of(results, place.id(), MEASURED, detector, figure.id());
            entries.add(value.map(share -> Entry.of(PERCENT * share)).orElse(Entry.none(MISSING)));
            if (place.counted()) {
                whole &= value.isPresent();
                worst = value.isEmpty() ? worst : Double.isNaN(worst) ? value.get() : figure.worse(worst, value.get());
            }
        }
        entries.add(
                Double.isNaN(worst)
                        ? Entry.none(MISSING)
                        : new Entry(
                                PERCENT * worst, Double.NaN, Double.NaN, whole ? "" : "of the sets computed so far"));
        return entries;
    }

    private Optional<String> notes() {
        List<String> notes = experiment.places().stream()
                .filter(place -> results.failed().containsKey(place.id()))
                .map(place -> place.model() + " against " + place.set() + ": "
                        + results.failed().get(place.id()))
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", notes));
    }
}
