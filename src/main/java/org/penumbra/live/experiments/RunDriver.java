package org.penumbra.live.experiments;

import java.nio.file.Path;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.run.RunWatcher;

/** What computes and keeps the cells of an experiment, as a session sees it. {@link KeptCells} is the one of the program. */
public interface RunDriver {

    /**
     * Computes the cells that are not finished, and keeps each in the folder. It returns when all are finished or have
     * failed, or when the watcher ends it.
     *
     * @param goOn whether there may be finished cells of the same experiment in the folder; those are told first
     * @throws org.penumbra.data.Problem where the folder cannot be used, or no longer
     */
    Results run(Experiment experiment, Path folder, Workshop workshop, RunWatcher watcher, boolean goOn);

    /**
     * The experiment whose cells a run has left in a folder.
     *
     * @throws org.penumbra.data.Problem where it holds none, or one that this program does not know
     */
    Experiment left(Path folder);

    /**
     * Writes a report's files into a folder.
     *
     * @throws org.penumbra.data.Problem where one of them cannot be written
     */
    void write(Report report, Path folder);

    /** How many cells it computes at once. */
    int workers();

    /**
     * Measures for some seconds how fast this machine is.
     *
     * @return seconds that one second of {@link org.penumbra.experiment.Cell#seconds} takes here
     */
    double slowness();
}
