package org.penumbra.experiment.run;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.kit.CountingExperiment;

/** A program of its own that runs tiny cells in a folder, to be killed. It names every cell that it computes. */
public final class CountingRun {

    static final int CELLS = 24;
    /** Said before anything is looked at, */
    static final String READY = "ready";
    /** and before the first cell. */
    static final String BEGUN = "begun";

    private static final int MILLIS = 3;
    private static final int WORKERS = 2;

    private CountingRun() {}

    static Experiment experiment() {
        return new CountingExperiment(ExperimentSettings.USUAL, CELLS, -1, MILLIS);
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Workshop workshop = new Workshop(DataHome.in(folder.resolveSibling("no-data")));
        Experiment telling = new HookedExperiment(experiment(), (cell, result, watcher) -> {
            System.out.println(cell.id());
            System.out.flush();
            return result;
        });
        RunRecorder watcher = new RunRecorder() {
            @Override
            public void begins(List<Cell> todo) {
                super.begins(todo);
                System.err.println(BEGUN);
            }
        };
        System.err.println(READY);
        Results results =
                ExperimentRun.run(telling, folder, workshop, new LocalWorkers(WORKERS, workshop), watcher, true);
        System.exit(results.finished().size() == CELLS ? 0 : 1);
    }
}
