package org.penumbra.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.run.RunWatcher;
import org.penumbra.live.experiments.RunDriver;

/** Computes cells one after another and keeps each as a file of plain JSON: just enough for what shows runs. */
public final class SmallRuns implements RunDriver {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "settings.json";
    private final Function<ExperimentSettings, Experiment> maker;

    /** @param maker makes the one experiment that folders may hold */
    public SmallRuns(Function<ExperimentSettings, Experiment> maker) {
        this.maker = maker;
    }

    @Override
    public Results run(Experiment experiment, Path folder, Workshop workshop, RunWatcher watcher, boolean goOn) {
        TreeMap<String, ObjectNode> finished = new TreeMap<>();
        TreeMap<String, String> failed = new TreeMap<>();
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(SETTINGS), experiment.settings().json().toString());
            for (Cell cell : experiment.cells()) {
                Path file = folder.resolve(cell.id() + ".json");
                if (Files.exists(file)) {
                    finished.put(cell.id(), (ObjectNode) JSON.readTree(file.toFile()));
                    watcher.finished(cell, finished.get(cell.id()));
                }
            }
            for (Cell cell : experiment.cells()) {
                if (finished.containsKey(cell.id()) || !watcher.goOn()) {
                    continue;
                }
                compute(experiment, cell, folder, workshop, watcher, finished, failed);
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return new Results(finished, failed);
    }

    private static void compute(
            Experiment experiment,
            Cell cell,
            Path folder,
            Workshop workshop,
            RunWatcher watcher,
            TreeMap<String, ObjectNode> finished,
            TreeMap<String, String> failed)
            throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        try {
            ObjectNode result = experiment.run(cell, workshop, share -> {
                watcher.working(cell, share);
                stopped.set(!watcher.goOn());
                return !stopped.get();
            });
            Files.writeString(folder.resolve(cell.id() + ".json"), result.toString());
            finished.put(cell.id(), result);
            watcher.finished(cell, result);
        } catch (CellStopped given) {
            if (!stopped.get()) {
                throw new IllegalStateException("nobody stopped it", given);
            }
        } catch (ExperimentException wrong) {
            failed.put(cell.id(), wrong.getMessage());
            watcher.failed(cell, wrong);
        }
    }

    @Override
    public Experiment left(Path folder) {
        Path file = folder.resolve(SETTINGS);
        if (Files.notExists(file)) {
            throw new ExperimentException(folder + " holds no run of an experiment");
        }
        try {
            JsonNode settings = JSON.readTree(file.toFile());
            return maker.apply(ExperimentSettings.of(settings));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void write(Report report, Path folder) throws IOException {
        Files.write(folder.resolve("report.md"), List.of("# " + report.title()));
    }
}
