package org.penumbra.view.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;
import org.penumbra.kit.CountingExperiment;

/**
 * Sums, whose third cell and all after it are at work as long as the test holds them, however fast or slow the machine is.
 *
 * @param sums what is computed
 * @param held asked again and again
 */
record HeldExperiment(CountingExperiment sums, BooleanSupplier held) implements Experiment {

    private static final int FREE = 2;

    @Override
    public About about() {
        return sums.about();
    }

    @Override
    public ExperimentSettings settings() {
        return sums.settings();
    }

    @Override
    public Needs needs() {
        return sums.needs();
    }

    @Override
    public List<Cell> cells() {
        return sums.cells();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        while (cells().indexOf(cell) >= FREE && held.getAsBoolean()) {
            watcher.at(0);
            rest();
        }
        return sums.run(cell, workshop, watcher);
    }

    private static void rest() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a cell", end);
        }
    }

    @Override
    public Report report(Results results) {
        return sums.report(results);
    }
}
