package org.penumbra.live.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportFiles;
import org.penumbra.experiment.run.BegunRun;
import org.penumbra.experiment.run.ExperimentRun;
import org.penumbra.experiment.run.LocalWorkers;
import org.penumbra.experiment.run.RunWatcher;
import org.penumbra.experiment.run.SpeedProbe;

/** Computes cells on this machine and keeps them as the command line does, so that each can go on with a run of the other. */
public final class KeptCells implements RunDriver {

    private final List<ExperimentKind> kinds;
    private final int workers;
    private final DoubleSupplier slowness;

    /** @param kinds of experiments whose folders can be opened */
    public KeptCells(List<ExperimentKind> kinds) {
        this(kinds, LocalWorkers.usual(), SpeedProbe::slowness);
    }

    /**
     * With other workers than are usual here.
     *
     * @param workers  cells computed at once
     * @param slowness measures how long this machine takes for what a second was measured for
     */
    public KeptCells(List<ExperimentKind> kinds, int workers, DoubleSupplier slowness) {
        this.kinds = List.copyOf(kinds);
        this.workers = workers;
        this.slowness = slowness;
    }

    @Override
    public Results run(Experiment experiment, Path folder, Workshop workshop, RunWatcher watcher, boolean goOn) {
        return ExperimentRun.run(experiment, folder, workshop, new LocalWorkers(workers, workshop), watcher, goOn);
    }

    @Override
    public Experiment left(Path folder) {
        BegunRun begun = BegunRun.in(folder);
        return kinds.stream()
                .filter(kind -> kind.about().name().equals(begun.experiment()))
                .findFirst()
                .orElseThrow(() -> new ExperimentException(folder + " holds results of the experiment \""
                        + begun.experiment() + "\", which this version of the program does not know. It knows "
                        + kinds.stream().map(kind -> kind.about().name()).collect(Collectors.joining(", ")) + "."))
                .with(begun.settings());
    }

    @Override
    public void write(Report report, Path folder) {
        ReportFiles.write(report, folder);
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public double slowness() {
        return slowness.getAsDouble();
    }
}
