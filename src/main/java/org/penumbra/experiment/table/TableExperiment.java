package org.penumbra.experiment.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.confidence.Defaults;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;
import org.penumbra.fooling.descent.GeneratorStart;

/**
 * One of the paper's tables.
 *
 * @param about    what it is
 * @param data     its data set
 * @param rows     who stands in it
 * @param effort   trials and steps
 * @param settings of the experiment
 */
record TableExperiment(About about, String data, List<TableRow> rows, TableEffort effort, ExperimentSettings settings)
        implements Experiment {

    /** The paper's thresholds above 0. */
    static final List<Double> TAUS = List.of(0.9, 0.99);
    /** In the order of the report: first that from which the paper's figures come. */
    static final List<GeneratorStart> STARTS = List.of(GeneratorStart.NOISE, GeneratorStart.GREY);

    TableExperiment {
        rows = List.copyOf(rows);
        if (!settings.unknown().isEmpty()) {
            throw new ExperimentException(
                    about.name() + ": expected no further sets of unknown images, as it shows its "
                            + "models none, but got " + String.join(", ", settings.unknown()) + "; leave them out");
        }
    }

    @Override
    public Needs needs() {
        boolean measures = accuracies().stream().anyMatch(AccuracyCell::measures);
        return new Needs(
                measures ? List.of(data) : List.of(),
                rows.stream().map(TableRow::model).distinct().toList());
    }

    @Override
    public List<Cell> cells() {
        return work().stream().map(TableCell::cell).toList();
    }

    private List<TableCell> work() {
        List<TableCell> work = new ArrayList<>(accuracies());
        for (TableRow row : rows) {
            for (double tau : taus(row)) {
                for (GeneratorStart start : STARTS) {
                    work.addAll(attacks(row, tau, start));
                }
            }
        }
        return work;
    }

    /** The quick version does without those that take the images. */
    private List<AccuracyCell> accuracies() {
        return rows.stream()
                .map(row -> new AccuracyCell(row, data))
                .filter(cell -> !(settings.quick() && row(cell) instanceof TableRow.Shipped))
                .toList();
    }

    private static TableRow.Judge row(AccuracyCell cell) {
        return cell.row().judge();
    }

    /** The thresholds that a row is attacked at. */
    static List<Double> taus(TableRow row) {
        return row.ofScore() ? TAUS : List.of(Defaults.TAU);
    }

    /** The cells of an attack on a row. */
    List<AttackCell> attacks(TableRow row, double tau, GeneratorStart start) {
        if (row.trials() == TableRow.Trials.SOME) {
            return List.of(new AttackCell(row, tau, start, 0, effort.some(), effort.limit()));
        }
        List<AttackCell> blocks = new ArrayList<>();
        for (int block = 0; block < effort.blocks(); block++) {
            blocks.add(new AttackCell(row, tau, start, block * effort.block(), effort.block(), effort.limit()));
        }
        return blocks;
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        return cell.among(work(), one -> one.cell().id()).run(settings, workshop, watcher);
    }

    @Override
    public Report report(Results results) {
        return new TableReport(this, results).report();
    }
}
