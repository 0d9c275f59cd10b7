package org.penumbra.experiment.openset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.measure.MeanInterval;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.experiment.report.Words;

/** What the cells of {@link OneClass} say together. */
record OneClassFindings(OneClass experiment, Results results) {

    private static final double PERCENT = 100;
    private static final String MEASURED = "measured";
    private static final String MISSING = "not computed yet";

    Report report() {
        List<ReportPart> parts = new ArrayList<>();
        parts.add(new Words("What was done", done()));
        parts.add(new Words(
                "What the paper shows",
                "The paper has a figure of one-class recognition. On the slides it is a picture without numbers, so no "
                        + "number of the paper can stand beside ours. The detectors beside the autoencoder are ours."));
        for (TrainedSet data : TrainedSet.all(experiment.settings().quick())) {
            parts.add(table(
                    data,
                    "auroc",
                    "AUROC",
                    "The share of pairs of an image of the trained class and one of another "
                            + "class that the detector ranks right; 50 % is chance."));
            parts.add(table(
                    data,
                    "fpr95",
                    "FPR95",
                    "The share of images of other classes that are accepted where 95 % of those "
                            + "of the trained class are."));
            parts.add(meanRoc(data));
            parts.add(rocOfClasses(data));
        }
        notes().ifPresent(text -> parts.add(new Words("What did not go as planned", text)));
        return new Report(experiment.about().title(), experiment.about().question(), parts);
    }

    private String done() {
        return String.format(
                Locale.ROOT,
                "A denoising autoencoder with a mirrored decoder was trained on the training images of one class alone, about %d "
                        + "steps with Gaussian corruption of standard deviation %s, and then shown all test images. The other nine "
                        + "classes are unknown to it. There is no classifier, as the softmax of one output is 1 everywhere: "
                        + "c\u0303 y is c\u0303, and its ranking is that of the reconstruction error \u2016r(x) \u2212 x\u2016.%n%n"
                        + "The corruption is far more than that of the autoencoders that also tell classes apart (0.1). The layer "
                        + "between encoder and decoder has 400 units, which is much for one class: with little noise such a network "
                        + "learns to copy strokes and gives back other classes well, too. But an autoencoder that only ever saw "
                        + "corrupted images need not know what to make of a clean one. So it is also asked as it was trained: %d "
                        + "corrupted copies of each image are reconstructed, and the mean of the reconstructions is held against the "
                        + "image. And as an image with much ink has more that can be given back wrong, the error is also taken in "
                        + "proportion to the root of the length \u2016x\u2016. All three are ours: the slides do not say how the paper's "
                        + "network of one class was trained or asked. They were chosen without any test image.%n%n"
                        + "Beside it stand detectors that need no classifier. Deep nearest neighbours, the Mahalanobis distance and "
                        + "one one-class SVM look at the autoencoder's code; the neighbours once more at its code before the training, "
                        + "to see what the training gives them. Nearest neighbours and the other SVM look at the pixels. There is no "
                        + "jury, as every jury has the energy in it, which means nothing with one output.%s",
                experiment.steps(),
                OneClassWork.SIGMA,
                OneClassRankings.copies(experiment.settings().quick()),
                experiment.settings().quick()
                        ? " This is the quick version: the digits are those that the program makes itself, few steps are taken, "
                                + "and the figures only show how the report looks."
                        : "");
    }

    private List<String> cells(TrainedSet data, int label) {
        return IntStream.range(0, experiment.repeats())
                .mapToObj(repeat -> new OneClass.Place(data, label, repeat).id())
                .toList();
    }

    private List<Double> percent(TrainedSet data, int label, String detector, String figure) {
        return PlainFigures.of(results, cells(data, label), MEASURED, detector, figure).stream()
                .map(value -> PERCENT * value)
                .toList();
    }

    private String className(TrainedSet data, int label) {
        return KnownImages.all().stream()
                .filter(known -> known.name().equals(data.name()))
                .findFirst()
                .map(known -> known.classes().get(label))
                .orElse(String.valueOf(label));
    }

    private FigureTable table(TrainedSet data, String figure, String name, String meaning) {
        List<FigureTable.Column> columns = new ArrayList<>();
        columns.add(new FigureTable.Column("mean", "%", 2));
        experiment.labels().forEach(label -> columns.add(new FigureTable.Column(className(data, label), "%", 2)));
        List<FigureTable.Row> rows = new ArrayList<>();
        for (OneClassRow row : OneClassRow.ALL) {
            List<FigureTable.Entry> entries = new ArrayList<>();
            List<Double> means = new ArrayList<>();
            for (int label : experiment.labels()) {
                MeanInterval mean = MeanInterval.of(percent(data, label, row.id(), figure));
                entries.add(mean.entry(MISSING));
                if (mean.count() > 0) {
                    means.add(mean.mean());
                }
            }
            MeanInterval all = MeanInterval.of(means);
            boolean whole = means.size() == experiment.labels().size();
            entries.add(
                    0,
                    means.isEmpty()
                            ? FigureTable.Entry.none(MISSING)
                            : new FigureTable.Entry(
                                    all.mean(),
                                    Double.NaN,
                                    Double.NaN,
                                    whole ? "" : "of " + means.size() + " classes so far"));
            rows.add(new FigureTable.Row(row.title(), entries));
        }
        return new FigureTable(
                data.name() + "-" + figure, data.title() + ": " + name + " of each class", meaning, columns, rows);
    }

    private Curves meanRoc(TrainedSet data) {
        List<Curves.Curve> curves = new ArrayList<>();
        for (OneClassRow row : OneClassRow.ALL) {
            List<String> cells = experiment.labels().stream()
                    .flatMap(label -> cells(data, label).stream())
                    .toList();
            roc(cells, row.id()).ifPresent(y -> curves.add(Curves.Curve.of(row.title(), steps(), y)));
        }
        return curves(
                data.name() + "-mean-roc",
                data.title() + ": mean ROC over the classes",
                "The share of images of the trained class that are accepted, over the share of images of other classes that are, "
                        + "at all thresholds; the mean over the classes.",
                curves);
    }

    private Curves rocOfClasses(TrainedSet data) {
        List<Curves.Curve> curves = new ArrayList<>();
        for (int label : experiment.labels()) {
            roc(cells(data, label), OneClassRow.DENOISED.id())
                    .ifPresent(y -> curves.add(Curves.Curve.of(className(data, label), steps(), y)));
        }
        return curves(
                data.name() + "-roc",
                data.title() + ": ROC of the autoencoder, class by class",
                "The same for the relative error of the mean reconstruction, trained on each class in turn.",
                curves);
    }

    private static Curves curves(String id, String heading, String caption, List<Curves.Curve> curves) {
        return new Curves(
                id,
                heading,
                caption,
                new Curves.Axis("other classes accepted, %", 0, PERCENT),
                new Curves.Axis("trained class accepted, %", 0, PERCENT),
                curves);
    }

    private static List<Double> steps() {
        return IntStream.rangeClosed(0, OneClassWork.ROC_STEPS)
                .mapToObj(step -> PERCENT * step / OneClassWork.ROC_STEPS)
                .toList();
    }

    private Optional<List<Double>> roc(List<String> cells, String detector) {
        List<JsonNode> found = new ArrayList<>();
        for (String cell : cells) {
            results.of(cell)
                    .map(result -> result.path(MEASURED).path(detector).path("roc"))
                    .filter(JsonNode::isArray)
                    .ifPresent(found::add);
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(0, OneClassWork.ROC_STEPS)
                        .mapToObj(step -> PERCENT
                                * found.stream()
                                        .mapToDouble(roc -> roc.get(step).doubleValue())
                                        .average()
                                        .orElseThrow())
                        .toList());
    }

    private Optional<String> notes() {
        List<String> notes = new ArrayList<>();
        for (OneClass.Place place : experiment.places()) {
            String where = place.data().title() + ", " + className(place.data(), place.label());
            results.of(place.id())
                    .filter(result -> result.path("collapsed").asBoolean())
                    .ifPresent(
                            result -> notes.add(
                                    where
                                            + ": the decoder gave back much the same for all images, in every training that was begun."));
            results.of(place.id())
                    .ifPresent(result -> result.path("refused")
                            .fields()
                            .forEachRemaining(why ->
                                    notes.add(where + ": " + why.getValue().asText())));
            Optional.ofNullable(results.failed().get(place.id())).ifPresent(why -> notes.add(where + ": " + why));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", notes));
    }
}
