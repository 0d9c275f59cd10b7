package org.penumbra.experiment.openset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.measure.CellRecipe;
import org.penumbra.experiment.measure.MeanInterval;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.experiment.report.Words;

/** What the cells of {@link OpenSet} say together. */
record OpenSetFindings(OpenSet experiment, Results results) {

    private static final double PERCENT = 100;
    private static final String MEASURED = "measured";

    /** A figure that is reported. */
    private record Figure(String id, String name, String meaning, boolean ofUnknown) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "auroc",
                    "AUROC",
                    "The share of pairs of a known and an unknown test image that the detector ranks right; 50 % is chance.",
                    true),
            new Figure(
                    "macro-f1",
                    "macro F1",
                    "The mean F1 of the trained classes and of \"unknown\", which is counted as one more class. With ten "
                            + "classes nothing is unknown, and the mean is over the ten.",
                    false),
            new Figure(
                    "accuracy",
                    "accuracy",
                    "The share of all test images that are answered right: by their class, or by \"unknown\" where it was "
                            + "not trained on.",
                    false),
            new Figure(
                    "oscr",
                    "OSCR",
                    "The area under the share of known images that are answered right, over the share of unknown ones that "
                            + "are accepted, at all thresholds.",
                    true));

    /** A detector on a network, as a row or a curve. */
    private record Line(String name, OpenSetNetwork network, String measured, boolean drawn) {}

    Report report() {
        List<ReportPart> parts = new ArrayList<>();
        parts.add(new Words("What was done", done()));
        parts.add(new Words("What the paper shows", paper()));
        for (TrainedSet data : TrainedSet.all(experiment.settings().quick())) {
            for (Figure figure : FIGURES) {
                parts.add(curves(data, figure));
                parts.add(table(data, figure));
            }
            parts.add(difference(data));
        }
        notes().ifPresent(text -> parts.add(new Words("What did not go as planned", text)));
        return new Report(experiment.about().title(), experiment.about().question(), parts);
    }

    private String done() {
        return String.format(
                Locale.ROOT,
                "Networks were trained on some of ten classes and then shown test images of all ten. Which classes they learnt "
                        + "was drawn at random, %d %s for each number of classes, and all networks learnt the same ones. Every "
                        + "network took about %d steps of %d images, whatever the number of classes: with as many passes over "
                        + "the images instead, a network of one class would have taken a tenth of the steps of one of ten.%n%n"
                        + "Scores that are probabilities (max softmax, the product of COOL's units, c\u0303 y) are held against "
                        + "the paper's thresholds; the alpha of c\u0303 is calibrated for each threshold on images that were "
                        + "held out, with kappa 1 and without Gamma. All other detectors measure on scales of their own and have "
                        + "their usual thresholds. The autoencoder was trained with Gaussian corruption alone.%s%n%n"
                        + "A figure is the mean over the repeats, and behind it stands half the width of its 95 %% interval by "
                        + "Student's t. One network of one class says 1 whatever it sees, so its max softmax ranks by chance, "
                        + "and detectors that hold a class against others cannot be fitted on it.",
                experiment.repeats(),
                experiment.repeats() == 1 ? "time" : "times",
                experiment.steps(),
                CellRecipe.BATCH,
                experiment.settings().quick()
                        ? " This is the quick version: the digits are those that the program makes itself, few steps are taken, "
                                + "and the figures only show how the report looks."
                        : "");
    }

    private static String paper() {
        return "The paper has a figure of open set recognition against the number of training classes, at a threshold of 99 % for "
                + "MNIST and of 90 % and 99 % for Fashion-MNIST, for the CNN, COOL and the autoencoder. On the slides it is a "
                + "picture without numbers, so no number of the paper can stand beside ours. The other detectors, AUROC and OSCR "
                + "are ours.";
    }

    private List<Line> lines(TrainedSet data) {
        List<Line> lines = new ArrayList<>();
        for (OpenSetNetwork network : OpenSetNetwork.values()) {
            for (double tau : data.taus()) {
                lines.add(new Line(
                        network.title() + ", " + network.score() + at(tau),
                        network,
                        OpenSetWork.at(network.own(), tau),
                        true));
            }
            if (network == OpenSetNetwork.DAE) {
                for (double tau : data.taus()) {
                    lines.add(new Line(
                            network.title() + ", max softmax" + at(tau),
                            network,
                            OpenSetWork.at(OpenSetNetwork.CNN.own(), tau),
                            false));
                }
            }
            for (String id : network.fitted()) {
                lines.add(new Line(
                        network.title() + ", " + Detectors.kind(id).about().name(),
                        network,
                        id,
                        id.equals("jury") || id.equals("deep-knn") && network == OpenSetNetwork.DAE));
            }
        }
        return lines;
    }

    private static String at(double tau) {
        return ", tau " + Math.round(PERCENT * tau) + " %";
    }

    private MeanInterval mean(TrainedSet data, Line line, int count, Figure figure) {
        List<String> cells = new ArrayList<>();
        for (int repeat = 0; repeat < experiment.repeats(); repeat++) {
            cells.add(new OpenSetPlace(data, line.network(), count, repeat).id());
        }
        return MeanInterval.of(
                PlainFigures.of(
                                results,
                                cells,
                                MEASURED,
                                line.measured(),
                                figure.id().replace('-', '_'))
                        .stream()
                        .map(value -> PERCENT * value)
                        .toList());
    }

    private List<Integer> counts(Figure figure) {
        return experiment.counts().stream()
                .filter(count -> count < 10 || !figure.ofUnknown())
                .toList();
    }

    private Curves curves(TrainedSet data, Figure figure) {
        List<Curves.Curve> curves = new ArrayList<>();
        for (Line line : lines(data)) {
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            List<Double> half = new ArrayList<>();
            for (int count : counts(figure)) {
                MeanInterval mean = mean(data, line, count, figure);
                if (mean.count() > 0) {
                    x.add((double) count);
                    y.add(mean.mean());
                    half.add(mean.halfOrZero());
                }
            }
            if (line.drawn() && !x.isEmpty()) {
                curves.add(new Curves.Curve(line.name(), x, y, experiment.repeats() > 1 ? half : List.of(), false));
            }
        }
        return new Curves(
                data.name() + "-" + figure.id() + "-curves",
                data.title() + ": " + figure.name() + " against the number of training classes",
                figure.meaning(),
                new Curves.Axis("training classes", 1, 10),
                Curves.Axis.of(figure.name() + ", %"),
                curves);
    }

    private FigureTable table(TrainedSet data, Figure figure) {
        List<FigureTable.Column> columns = new ArrayList<>();
        counts(figure)
                .forEach(count -> columns.add(new FigureTable.Column("n = " + count, "%", figure.ofUnknown() ? 2 : 1)));
        List<FigureTable.Row> rows = lines(data).stream()
                .map(line -> new FigureTable.Row(
                        line.name(),
                        counts(figure).stream()
                                .map(count -> mean(data, line, count, figure).entry(whyNone(data, line, count)))
                                .toList()))
                .toList();
        return new FigureTable(
                data.name() + "-" + figure.id(),
                data.title() + ": " + figure.name(),
                figure.meaning() + " n is the number of training classes.",
                columns,
                rows);
    }

    private String whyNone(TrainedSet data, Line line, int count) {
        String cell = new OpenSetPlace(data, line.network(), count, 0).id();
        return results.of(cell)
                .map(result -> result.path("refused").has(line.measured()) ? "it cannot be fitted" : "it has none")
                .orElse("not computed yet");
    }

    /** What the confidence tells more than max softmax does, by pairs of networks that learnt the same classes. */
    private FigureTable difference(TrainedSet data) {
        List<FigureTable.Column> columns = new ArrayList<>();
        List<Integer> counts = counts(FIGURES.get(0));
        counts.forEach(count -> columns.add(new FigureTable.Column("n = " + count, "%", 2)));
        List<FigureTable.Row> rows = new ArrayList<>();
        for (double tau : data.taus()) {
            rows.add(new FigureTable.Row(
                    "c\u0303 y of the dAE less max softmax of the CNN" + at(tau),
                    counts.stream()
                            .map(count -> MeanInterval.of(differences(data, count, tau))
                                    .entry("not computed yet"))
                            .toList()));
        }
        return new FigureTable(
                data.name() + "-difference",
                data.title() + ": AUROC of the confidence less that of the CNN",
                "Percentage points, the mean over pairs of networks that learnt the same classes. Above 0 the autoencoder's "
                        + "score tells known from unknown better than the CNN's.",
                columns,
                rows);
    }

    private List<Double> differences(TrainedSet data, int count, double tau) {
        List<Double> differences = new ArrayList<>();
        for (int repeat = 0; repeat < experiment.repeats(); repeat++) {
            Optional<Double> with = auroc(new OpenSetPlace(data, OpenSetNetwork.DAE, count, repeat), tau);
            Optional<Double> without = auroc(new OpenSetPlace(data, OpenSetNetwork.CNN, count, repeat), tau);
            if (with.isPresent() && without.isPresent()) {
                differences.add(PERCENT * (with.get() - without.get()));
            }
        }
        return differences;
    }

    private Optional<Double> auroc(OpenSetPlace place, double tau) {
        return PlainFigures.of(
                results, place.id(), MEASURED, OpenSetWork.at(place.network().own(), tau), "auroc");
    }

    private Optional<String> notes() {
        List<String> notes = new ArrayList<>();
        for (OpenSetPlace place : experiment.places()) {
            results.of(place.id())
                    .filter(result -> result.path("collapsed").asBoolean())
                    .ifPresent(
                            result -> notes.add(
                                    place.row() + ", " + place.column()
                                            + ": the decoder gave back much the same for all images in every training that was begun."));
            Optional.ofNullable(results.failed().get(place.id()))
                    .ifPresent(why -> notes.add(place.row() + ", " + place.column() + ": " + why));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", notes));
    }
}
