package org.penumbra.experiment.rings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penumbra.detector.DetectorKind;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.measure.MeanInterval;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.FigureTable.Entry;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.experiment.report.Words;
import org.penumbra.fitting.PlaneDetectors;

/** What the cells of {@link RingsOverSeeds} say together. */
record RingsFindings(RingsOverSeeds experiment, Results results) {

    private static final String MEASURED = "measured";
    private static final String MISSING = "not computed yet";

    Report report() {
        List<ReportPart> parts = new ArrayList<>();
        parts.add(new Words("What was done", done()));
        parts.add(new Words(
                "What the paper shows",
                "The paper shows pictures of y, of the confidence and of the scaled outputs over the plane, without "
                        + "numbers. What must be seen there: y alone is sure almost everywhere; the confidence without Gamma "
                        + "is high on the rings and at their centres; Gamma is low at the centres; the scaled outputs are "
                        + "high on the rings alone. The picture below is a cut through the plane that shows all four. The "
                        + "detectors are ours."));
        parts.add(line());
        parts.add(reference());
        parts.add(detectors());
        notes().ifPresent(text -> parts.add(new Words("What could not be measured", text)));
        return new Report(experiment.about().title(), experiment.about().question(), parts);
    }

    private String done() {
        return String.format(
                Locale.ROOT,
                "The preset \"rings\" (three rings, 3 000 points, encoder 2-64-64, sigma 0.15, lambda 10) was trained %d steps from "
                        + "%d seeds, and what each detector says was measured at %d x %d places. A place is on the data within 0.05 "
                        + "of the middle line of a ring, off them farther than 0.2, and far away farther than 1.5. A figure is the "
                        + "mean over the seeds, and behind it stands half the width of its 95 %% interval by Student's t.",
                experiment.steps(),
                experiment.seeds().size(),
                experiment.columns(),
                experiment.columns());
    }

    private Curves line() {
        List<Curves.Curve> curves = new ArrayList<>();
        add(curves, "y", "y");
        add(curves, "c\u0303 without Gamma", "confidence_without_gamma");
        add(curves, "c\u0303 with Gamma", "confidence");
        add(curves, "y\u0303", "scaled");
        return new Curves(
                "line",
                "A cut through the two upper rings",
                "From left to right through the centres (-1, 1) and (1, 1): the likeliest class's y, the confidence without and with "
                        + "Gamma, and their product, each the mean over the seeds. The rings are crossed near -1.65, -0.35, 0.35 "
                        + "and 1.65.",
                new Curves.Axis("x, at y = 1", RingsWork.LINE_FROM, RingsWork.LINE_TO),
                new Curves.Axis("score", 0, 1),
                curves);
    }

    private void add(List<Curves.Curve> curves, String name, String id) {
        List<JsonNode> found = new ArrayList<>();
        for (String cell : experiment.ids()) {
            results.of(cell)
                    .map(result -> result.path("line").path(id))
                    .filter(JsonNode::isArray)
                    .ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            double step = (RingsWork.LINE_TO - RingsWork.LINE_FROM) / RingsWork.LINE_STEPS;
            List<Double> x = IntStream.rangeClosed(0, RingsWork.LINE_STEPS)
                    .mapToObj(i -> RingsWork.LINE_FROM + step * i)
                    .toList();
            List<Double> y = IntStream.rangeClosed(0, RingsWork.LINE_STEPS)
                    .mapToObj(i -> found.stream()
                            .mapToDouble(values -> values.get(i).doubleValue())
                            .average()
                            .orElseThrow())
                    .toList();
            curves.add(Curves.Curve.of(name, x, y));
        }
    }

    /** A reference run of the same network in PyTorch, between sigma 0.1 and 0.2, alpha 20 and beta 2. */
    private FigureTable reference() {
        List<FigureTable.Row> rows = new ArrayList<>();
        rows.add(row(
                "AUROC on/off without Gamma",
                values(MEASURED, RingsWork.WITHOUT_GAMMA, "auroc"),
                "reference 0.997 at sigma 0.1 and 0.998 at 0.2"));
        rows.add(row(
                "AUROC on/off with Gamma",
                values(MEASURED, RingsWork.WITH_GAMMA, "auroc"),
                "reference 1.000 at sigma 0.1 and at 0.2"));
        rows.add(row(
                "mean c\u0303 without Gamma on the rings",
                values("confidence_on"),
                "reference 0.70 at sigma 0.1 and 0.67 at 0.2"));
        rows.add(row(
                "mean c\u0303 without Gamma off the rings",
                values("confidence_off"),
                "reference 0.04 at sigma 0.1 and 0.02 at 0.2"));
        rows.add(row("mean gamma on the rings", values("gamma_on"), "reference -0.43 at sigma 0.1 and -0.48 at 0.2"));
        rows.add(row(
                "mean gamma at the centres of the rings",
                values("gamma_at_centres"),
                "reference 0.5 to 0.8 at sigma 0.1 and 1.0 to 1.4 at 0.2"));
        return new FigureTable(
                "reference",
                "Beside a reference run",
                "The preset's confidence (alpha 20, beta 2). The reference is our own run of the same network in PyTorch with sigma "
                        + "0.1 and 0.2; the preset has 0.15, so its figures are to lie about between them.",
                List.of(new FigureTable.Column("mean over the seeds", "", 4)),
                rows);
    }

    private List<Double> values(String... path) {
        return PlainFigures.of(results, experiment.ids(), path);
    }

    private static FigureTable.Row row(String name, List<Double> values, String note) {
        MeanInterval mean = MeanInterval.of(values);
        return new FigureTable.Row(
                name,
                List.of(
                        mean.count() == 0
                                ? Entry.none(MISSING)
                                : new Entry(mean.mean(), mean.half(), Double.NaN, note)));
    }

    private FigureTable detectors() {
        List<FigureTable.Row> rows = new ArrayList<>();
        rows.add(row("the preset's confidence, with Gamma", RingsWork.WITH_GAMMA));
        rows.add(row("the preset's confidence, without Gamma", RingsWork.WITHOUT_GAMMA));
        for (DetectorKind kind : PlaneDetectors.all()) {
            rows.add(row(kind.about().name(), kind.id()));
        }
        return new FigureTable(
                "detectors",
                "Every detector",
                "AUROC: the share of pairs of a place on the data and one off them that the detector ranks right; 0.5 is chance. Far "
                        + "away: its mean acceptance there, which should be 0. \"The confidence\" has its alpha found by kappa 1, which "
                        + "in the plane is mild; the preset's alpha and beta were chosen for it.",
                List.of(new FigureTable.Column("AUROC", "", 5), new FigureTable.Column("far away", "", 3)),
                rows);
    }

    private FigureTable.Row row(String name, String detector) {
        boolean refused = experiment.ids().stream()
                .anyMatch(id -> results.of(id)
                        .map(result -> result.path("refused").has(detector))
                        .orElse(false));
        String why = refused ? "it cannot be fitted" : MISSING;
        return new FigureTable.Row(
                name,
                List.of(
                        MeanInterval.of(values(MEASURED, detector, "auroc")).entry(why),
                        MeanInterval.of(values(MEASURED, detector, "far_away")).entry(why)));
    }

    private Optional<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int repeat = 0; repeat < experiment.seeds().size(); repeat++) {
            String where = "Seed " + experiment.seeds().get(repeat);
            String id = RingsOverSeeds.id(repeat);
            results.of(id)
                    .ifPresent(result -> result.path("refused")
                            .fields()
                            .forEachRemaining(why ->
                                    notes.add(where + ": " + why.getValue().asText())));
            Optional.ofNullable(results.failed().get(id)).ifPresent(why -> notes.add(where + ": " + why));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", notes));
    }
}
