package org.penumbra.view.experiments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.FigureTable.Column;
import org.penumbra.experiment.report.FigureTable.Entry;
import org.penumbra.experiment.report.FigureTable.Row;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.Words;

/** An experiment as large as those of the program, with 180 cells, a table and curves, whose figures are made up. */
record WideExperiment(ExperimentSettings settings, int millis) implements Experiment {

    static final int ROWS = 18;
    static final int COLUMNS = 10;
    private static final List<String> NAMES = List.of("CNN", "COOL", "dAE sym", "dAE asym", "dAE sym, clutter", "k-NN");

    @Override
    public About about() {
        return new About(
                "wide",
                "Figures of many cells",
                "How does a lab look in which there is much to see, such as a table of six networks?",
                "a test, not the paper");
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public List<Cell> cells() {
        return IntStream.range(0, ROWS * COLUMNS)
                .mapToObj(i -> new Cell(
                        "wide-" + i,
                        NAMES.get(i / COLUMNS / 3) + ", \u03c4 "
                                + List.of("0", "90", "99").get(i / COLUMNS % 3) + " %",
                        i % COLUMNS < 5
                                ? "noise, trials " + (1 + 40 * (i % 5)) + " to " + 40 * (1 + i % 5)
                                : "grey, trials " + (1 + 40 * (i % 5)) + " to " + 40 * (1 + i % 5),
                        20 + i % 7))
                .toList();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        int number = Integer.parseInt(cell.id().substring("wide-".length()));
        for (int part = 0; part < millis; part += 20) {
            watcher.at((double) part / millis);
            rest();
        }
        if (number == 13) {
            throw new ExperimentException(
                    "the network of this cell diverged at step 120: expected a loss, but found NaN. "
                            + "Nothing of it was kept; go on with the run to try it again.");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("trials", 40)
                .put("fooled", number % 40)
                .put("mean_steps", 63.5 + number / 3.0);
    }

    private void rest() {
        try {
            Thread.sleep(Math.min(20, millis));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a cell", end);
        }
    }

    @Override
    public Report report(Results results) {
        return new Report(about().title(), about().question(), List.of(words(), table(results), curves(results)));
    }

    private static Words words() {
        return new Words(
                "What was done",
                "Each network was attacked **by the paper\u2019s protocol**, from noise and from grey images.\n\n"
                        + "The paper does not say how its generator starts; both are shown.");
    }

    private FigureTable table(Results results) {
        List<Row> rows = new ArrayList<>();
        for (int name = 0; name < NAMES.size(); name++) {
            List<Entry> entries = new ArrayList<>();
            for (int column = 0; column < 5; column++) {
                boolean known =
                        results.of("wide-" + (name * 3 * COLUMNS + column)).isPresent();
                double value = 99.4 - 1.3 * name - 0.7 * column;
                double paper = name < 4 ? value + 0.31 - 0.2 * name : Double.NaN;
                entries.add(new Entry(
                        known ? value : Double.NaN,
                        known && name > 2 ? 0.12 : Double.NaN,
                        paper,
                        name == 5 && column > 2 ? "It has no gradient, and is not attacked by it." : ""));
            }
            rows.add(new Row(NAMES.get(name), entries));
        }
        return new FigureTable(
                "accuracy",
                "Right answers and attacks that succeed",
                "Of 10 000 test images, and of 200 attacks by the paper\u2019s protocol.",
                List.of(
                        new Column("right at 0 %", "%", 2),
                        new Column("at 90 %", "%", 2),
                        new Column("at 99 %", "%", 2),
                        new Column("fooled at 90 %", "%", 1),
                        new Column("mean steps", "steps", 1)),
                rows);
    }

    private Curves curves(Results results) {
        List<Curves.Curve> curves = new ArrayList<>();
        for (int name = 0; name < 3; name++) {
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            List<Double> half = new ArrayList<>();
            List<Double> paper = new ArrayList<>();
            for (int at = 1; at <= 10; at++) {
                if (results.of("wide-" + (name * COLUMNS + at - 1)).isPresent()) {
                    x.add((double) at);
                    y.add(0.99 - 0.012 * at * (name + 1));
                    half.add(0.004 * (name + 1) * (11 - at) / 4);
                }
                paper.add(0.97 - 0.014 * at * (name + 1));
            }
            curves.add(new Curves.Curve(NAMES.get(name), x, y, half, false));
            curves.add(new Curves.Curve(
                    NAMES.get(name),
                    IntStream.rangeClosed(1, 10).mapToObj(at -> (double) at).toList(),
                    paper,
                    List.of(),
                    true));
        }
        return new Curves(
                "auroc",
                "AUROC over the number of classes",
                "Known against unknown images; bands are 95 % intervals over three repeats.",
                Curves.Axis.of("training classes"),
                new Curves.Axis("AUROC", Double.NaN, 1),
                curves);
    }
}
