package org.penumbra.experiment.run;

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

/**
 * An experiment in which something else happens after a cell was computed.
 *
 * @param inner that computes
 * @param hook  may throw, or put another result in the place of the right one
 */
record HookedExperiment(Experiment inner, Hook hook) implements Experiment {

    /** What happens. */
    interface Hook {
        ObjectNode after(Cell cell, ObjectNode result, CellWatcher watcher);
    }

    @Override
    public About about() {
        return inner.about();
    }

    @Override
    public ExperimentSettings settings() {
        return inner.settings();
    }

    @Override
    public Needs needs() {
        return inner.needs();
    }

    @Override
    public List<Cell> cells() {
        return inner.cells();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        return hook.after(cell, inner.run(cell, workshop, watcher), watcher);
    }

    @Override
    public Report report(Results results) {
        return inner.report(results);
    }
}
