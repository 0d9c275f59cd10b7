package org.penumbra.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;

/** An experiment that needs MNIST, for tests on machines without it. */
public record MissingImages() implements Experiment {

    @Override
    public About about() {
        return new About("needy", "Needs MNIST", "What happens without MNIST?", "a test");
    }

    @Override
    public ExperimentSettings settings() {
        return ExperimentSettings.USUAL;
    }

    @Override
    public Needs needs() {
        return new Needs(List.of("mnist"), List.of());
    }

    @Override
    public List<Cell> cells() {
        return List.of(new Cell("only", "row", "column", 100));
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        throw new IllegalStateException("its data are not there");
    }

    @Override
    public Report report(Results results) {
        return new Report(about().title(), about().question(), List.of());
    }
}
