package org.penumbra.kit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.Words;

/**
 * An experiment whose cells take a moment: each adds up numbers drawn from the seed. One cell can be made to fail.
 *
 * @param settings of it
 * @param count    cells
 * @param failing  number of the cell that fails, or -1
 * @param millis   a cell's work
 */
public record CountingExperiment(ExperimentSettings settings, int count, int failing, int millis)
        implements Experiment {

    @Override
    public About about() {
        return new About("counting", "Sums", "What do random numbers add up to?", "a test");
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public List<Cell> cells() {
        return IntStream.range(0, count)
                .mapToObj(i -> new Cell("sum-" + i, "row " + i / 4, "column " + i % 4, 0.001 * (millis + 1)))
                .toList();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        int number = Integer.parseInt(cell.id().substring("sum-".length()));
        if (number == failing) {
            throw new ExperimentException("cell " + number + ": expected numbers, but it is the one that fails");
        }
        SplittableRandom random = new SplittableRandom(settings.seed() + 1000L * number);
        double sum = 0;
        int parts = Math.max(1, millis);
        for (int part = 0; part < parts; part++) {
            watcher.at((double) part / parts);
            sum += random.nextDouble();
            if (millis > 0) {
                pause();
            }
        }
        return JsonNodeFactory.instance.objectNode().put("sum", sum).put("number", number);
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a cell", e);
        }
    }

    @Override
    public Report report(Results results) {
        List<FigureTable.Row> rows = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        for (Cell cell : cells()) {
            double sum = results.of(cell.id())
                    .map(result -> result.path("sum").doubleValue())
                    .orElse(Double.NaN);
            rows.add(new FigureTable.Row(cell.id(), List.of(FigureTable.Entry.of(sum, 0.5))));
            if (!Double.isNaN(sum)) {
                places.add((double) places.size());
                sums.add(sum);
            }
        }
        return new Report(
                about().title(),
                about().question(),
                List.of(
                        new Words("What was done", "Numbers were added."),
                        new FigureTable(
                                "sums", "Sums", "Of each cell.", List.of(new FigureTable.Column("sum", "", 3)), rows),
                        new Curves(
                                "growth",
                                "Growth",
                                "Sums in the order of the cells.",
                                Curves.Axis.of("cell"),
                                Curves.Axis.of("sum"),
                                List.of(Curves.Curve.of("sums", places, sums)))));
    }
}
