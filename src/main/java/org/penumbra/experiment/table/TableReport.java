package org.penumbra.experiment.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.confidence.Defaults;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.FigureTable.Column;
import org.penumbra.experiment.report.FigureTable.Entry;
import org.penumbra.experiment.report.FigureTable.Row;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.fooling.descent.GeneratorStart;

/** Makes the report of a table from what is known of its cells. */
final class TableReport {

    private static final String PERCENT = "%";
    private static final String STEPS = "steps";

    private final TableExperiment table;
    private final Results results;
    private final List<TableRow> scored;
    private final List<TableRow> own;

    TableReport(TableExperiment table, Results results) {
        this.table = table;
        this.results = results;
        scored = table.rows().stream().filter(TableRow::ofScore).toList();
        own = table.rows().stream().filter(row -> !row.ofScore()).toList();
    }

    Report report() {
        TableWords words = new TableWords(table);
        List<ReportPart> parts = new ArrayList<>();
        parts.add(words.done());
        parts.add(accuracies());
        for (GeneratorStart start : TableExperiment.STARTS) {
            table.effort().limits().forEach(limit -> parts.add(fooled(start, limit)));
        }
        for (GeneratorStart start : TableExperiment.STARTS) {
            TableExperiment.TAUS.forEach(tau -> parts.add(curves(start, tau)));
        }
        if (!own.isEmpty()) {
            table.effort().limits().forEach(limit -> parts.add(ownThresholds(limit)));
        }
        parts.add(words.known());
        parts.add(words.kappa());
        return new Report(table.about().title(), table.about().question(), parts);
    }

    private FigureTable accuracies() {
        List<Column> columns = new ArrayList<>(List.of(new Column("tau 0 %", PERCENT, 2)));
        TableExperiment.TAUS.forEach(
                tau -> columns.add(new Column("tau " + AttackCell.percent(tau) + " %", PERCENT, 2)));
        List<Row> rows = scored.stream()
                .map(row -> {
                    List<Entry> entries = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        entries.add(accuracy(row, i, row.paper().accuracy().get(i)));
                    }
                    return new Row(row.name(), entries);
                })
                .toList();
        return new FigureTable(
                "accuracy",
                "Accuracy",
                "Share of the 10 000 test images whose answer is right and whose score reaches tau.",
                columns,
                rows);
    }

    private Entry accuracy(TableRow row, int which, double paper) {
        String id = AccuracyCell.id(row);
        if (table.settings().quick() && row.judge() instanceof TableRow.Shipped) {
            return new Entry(
                    Double.NaN,
                    Double.NaN,
                    paper,
                    "Only in the full version, as what a detector makes of test images takes the images.");
        }
        return results.of(id)
                .map(node -> Entry.of(100 * node.path("accuracy").path(which).doubleValue(), paper))
                .orElseGet(() -> new Entry(
                        Double.NaN,
                        Double.NaN,
                        paper,
                        results.failed().containsKey(id)
                                ? "It could not be computed: "
                                        + results.failed().get(id)
                                : "Not computed yet."));
    }

    private AttackFigures figures(TableRow row, double tau, GeneratorStart start) {
        return AttackFigures.of(table.attacks(row, tau, start), results);
    }

    private static String grouped(int steps) {
        return steps < 10_000
                ? Integer.toString(steps)
                : String.format(Locale.ROOT, "%,d", steps).replace(',', ' ');
    }

    private FigureTable fooled(GeneratorStart start, int limit) {
        boolean last = limit == table.effort().limit();
        List<Column> columns = new ArrayList<>();
        for (double tau : TableExperiment.TAUS) {
            String at = " at tau " + AttackCell.percent(tau) + " %";
            columns.add(new Column("fooled" + at, PERCENT, 1));
            columns.add(new Column("mean" + at, STEPS, 1));
            if (last) {
                columns.add(new Column("best of the others" + at, "", 3));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (TableRow row : scored) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < TableExperiment.TAUS.size(); i++) {
                AttackFigures figures = figures(row, TableExperiment.TAUS.get(i), start);
                entries.add(new Entry(
                        figures.fooled(limit), Double.NaN, row.paper().fooled().get(i), figures.note()));
                entries.add(
                        Entry.of(figures.meanSteps(limit), row.paper().steps().get(i)));
                if (last) {
                    entries.add(Entry.of(figures.bestOfOthers()));
                }
            }
            rows.add(new Row(row.name(), entries));
        }
        return new FigureTable(
                "fooled-from-" + start.id() + "-" + limit,
                "Fooled from " + start.id() + " within " + grouped(limit) + " steps",
                "Share of the trials whose target reached tau within " + grouped(limit)
                        + " steps of the paper's protocol from " + start.id()
                        + ", and the mean number of steps of those."
                        + (last ? " The best score of the others tells how near they came." : ""),
                columns,
                rows);
    }

    private Curves curves(GeneratorStart start, double tau) {
        List<Curves.Curve> curves = new ArrayList<>();
        for (TableRow row : scored) {
            AttackFigures figures = figures(row, tau, start);
            if (figures.known()) {
                curves.add(figures.curve(row.name()));
            }
        }
        String at = AttackCell.percent(tau);
        return new Curves(
                "steps-from-" + start.id() + "-at-" + at,
                "Trials fooled over steps, from " + start.id() + " at tau " + at + " %",
                "Share of the trials that have fooled their model after so many steps.",
                new Curves.Axis("steps of gradient descent", 0, table.effort().limit()),
                new Curves.Axis("trials fooled, %", 0, 100),
                curves);
    }

    private FigureTable ownThresholds(int limit) {
        List<Column> columns = new ArrayList<>(List.of(new Column("right", PERCENT, 2)));
        for (GeneratorStart start : TableExperiment.STARTS) {
            columns.add(new Column("fooled from " + start.id(), PERCENT, 1));
            columns.add(new Column("mean from " + start.id(), STEPS, 1));
        }
        List<Row> rows = new ArrayList<>();
        for (TableRow row : own) {
            List<Entry> entries = new ArrayList<>(List.of(accuracy(row, 0, Double.NaN)));
            for (GeneratorStart start : TableExperiment.STARTS) {
                AttackFigures figures = figures(row, Defaults.TAU, start);
                entries.add(new Entry(figures.fooled(limit), Double.NaN, Double.NaN, figures.note()));
                entries.add(Entry.of(figures.meanSteps(limit)));
            }
            rows.add(new Row(row.name(), entries));
        }
        return new FigureTable(
                "own-thresholds-" + limit,
                "Detectors with a threshold of their own, within " + grouped(limit) + " steps",
                "These accept by a scale of their own, so tau is not held against them: an image is answered where the "
                        + "acceptance reaches the detector's usual threshold, and fools where the target is then the "
                        + "answer. The gradient followed is the detector's.",
                columns,
                rows);
    }
}
