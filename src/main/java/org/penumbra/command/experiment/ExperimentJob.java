package org.penumbra.command.experiment;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.command.console.Console;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.ReportFiles;
import org.penumbra.experiment.run.CellWorkers;
import org.penumbra.experiment.run.ExperimentRun;
import org.penumbra.experiment.run.LocalWorkers;
import org.penumbra.experiment.run.RemoteWorkers;

/** Runs an experiment in a terminal. Ctrl-C ends it; cells that are finished by then are kept. */
final class ExperimentJob {

    private final Console console;
    private final int atOnce;
    private final Optional<String> master;

    /**
     * @param atOnce cells that are computed at once
     * @param master address of a cluster that computes them; nothing for this machine
     */
    ExperimentJob(Console console, int atOnce, Optional<String> master) {
        this.console = console;
        this.atOnce = atOnce;
        this.master = master;
    }

    /**
     * Does it all.
     *
     * @return the exit code: 0 done, 1 where cells failed, {@link Console#STOPPED}
     */
    int run(Experiment experiment, Path folder, DataHome home, boolean resume) {
        Workshop workshop = new Workshop(home);
        CellWorkers workers = master.map(url -> RemoteWorkers.find(url, workshop))
                .orElseGet(() -> new LocalWorkers(atOnce, workshop));
        String where = master.isPresent() ? "on machines like this one" : "on this machine";
        try (ExperimentDisplay display = ExperimentDisplay.on(console, experiment, atOnce, where)) {
            Results results = ExperimentRun.run(experiment, folder, workshop, workers, display, resume);
            display.end();
            int cells = experiment.cells().size();
            int over = results.finished().size() + results.failed().size();
            if (over < cells) {
                console.err()
                        .printf(
                                Locale.ROOT,
                                "Stopped with %d of %d cells finished; the same command with --resume goes on from %s%n",
                                results.finished().size(),
                                cells,
                                folder);
            } else {
                Path report =
                        ReportFiles.write(experiment.report(results), folder).get(0);
                console.out().println("Report: " + report);
            }
            tellFailures(experiment, results);
            return over < cells ? Console.STOPPED : results.failed().isEmpty() ? 0 : 1;
        }
    }

    private void tellFailures(Experiment experiment, Results results) {
        if (results.failed().isEmpty()) {
            return;
        }
        console.complain(results.failed().size() + " of " + experiment.cells().size()
                + " cells failed; the report does without them, and the same command with --resume tries them again:");
        for (Cell cell : experiment.cells()) {
            if (results.failed().containsKey(cell.id())) {
                console.err().println("  " + cell.id() + ": " + results.failed().get(cell.id()));
            }
        }
    }
}
