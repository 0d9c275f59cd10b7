package org.penumbra.command.rings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.console.Progress;
import org.penumbra.confidence.OnOff;
import org.penumbra.confidence.PlaneMetrics;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.StopSignal;
import org.penumbra.net.StepLosses;
import org.penumbra.net.plane.PlaneEnd;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTraining;

/** Trains a preset without a window, evaluates it over its region and writes the results. */
public final class RingsJob {

    private final Console console;

    public RingsJob(Console console) {
        this.console = console;
    }

    /**
     * Does it all. Progress goes to standard error.
     *
     * @return empty when it was asked to stop: then no file was written
     * @throws org.penumbra.command.console.CommandFailure                       when a file cannot be written; noticed before the training where
     *                                              that is possible
     * @throws org.penumbra.net.DivergenceException when the loss is no longer a number
     */
    public Optional<RingsResult> run(RingsOptions options) {
        requireMemory(options);
        try (OutputFolder folder = OutputFolder.prepare(options.out(), RingsFiles.NAMES, options.force());
                StopSignal stop = new StopSignal()) {
            try (PlaneTraining training = new PlaneTraining(options.setup())) {
                long start = System.nanoTime();
                Trained trained = train(training, options, stop);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (trained == Trained.STOPPED) {
                    console.err()
                            .printf(
                                    Locale.ROOT,
                                    "Stopped after %d of %d steps; nothing was written.%n",
                                    training.steps(),
                                    options.steps());
                    return Optional.empty();
                }
                if (trained == Trained.SETTLED) {
                    console.err()
                            .printf(
                                    Locale.ROOT,
                                    "The loss no longer falls: ended after %d of %d steps.%n",
                                    training.steps(),
                                    options.steps());
                }
                return Optional.of(finish(options, training, seconds, folder));
            }
        }
    }

    /** Before the training: a run of minutes must not end in "no". */
    private static void requireMemory(RingsOptions options) {
        MachineMemory.ofProcess()
                .require(
                        RingsMemory.ofGrid(
                                options.columns(), options.setup().data().classes()),
                        "a grid of " + options.columns() + " x " + options.columns() + " places",
                        "choose a smaller one with --grid");
    }

    /** What ended the training. */
    private enum Trained {
        WHOLE,
        SETTLED,
        STOPPED
    }

    private Trained train(PlaneTraining training, RingsOptions options, StopSignal stop) {
        PlaneEnd end = new PlaneEnd(new PlaneStop(0, options.settled()), 0);
        double lambda = training.settings().lambda();
        try (Progress progress = Progress.on(console, options.steps())) {
            while (training.steps() < options.steps()) {
                if (stop.requested()) {
                    return Trained.STOPPED;
                }
                StepLosses losses = training.step();
                progress.after(training.steps(), losses);
                if (end.after(training.steps(), losses.total(lambda)).isPresent()) {
                    return Trained.SETTLED;
                }
            }
        }
        return Trained.WHOLE;
    }

    private RingsResult finish(RingsOptions options, PlaneTraining training, double seconds, OutputFolder folder) {
        console.err()
                .printf(
                        Locale.ROOT,
                        "Evaluating %d x %d places and writing to %s%n",
                        options.columns(),
                        options.columns(),
                        folder.path());
        Grid grid = new Grid(options.preset().region(), options.columns(), options.columns());
        PlaneResponse response = training.respond(grid.points(), grid.size());
        PlaneMetrics metrics = PlaneMetrics.of(
                OnOff.of(grid, options.setup().data()),
                response,
                training.hollows(),
                options.preset().confidence());
        RingsDetectors detectors = new RingsDetectors(console);
        detectors.judge(options.detectors(), training, grid);
        List<Path> written = new ArrayList<>(
                new RingsFiles(folder, options, training.steps(), grid, response, training.points()).write(detectors));
        written.add(folder.path().resolve(RingsFiles.REPORT));
        RingsSummary summary = RingsSummary.of(
                options,
                training.steps(),
                seconds,
                training.accuracy(),
                metrics,
                detectors.summaries(),
                written.stream().map(Path::toString).toList());
        RingsReport report = new RingsReport(options.preset(), summary, metrics, detectors.markdown());
        folder.writeText(RingsFiles.REPORT, writer -> writer.write(report.markdown()));
        folder.finish();
        return new RingsResult(summary, report.words());
    }
}
