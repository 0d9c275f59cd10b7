package org.penumbra.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.Problem;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.kit.CountingExperiment;

/** A folder, and runs of twelve tiny cells in it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ExperimentRunCase {

    static final int CELLS = 12;
    static final List<String> ALL =
            IntStream.range(0, CELLS).mapToObj(i -> "sum-" + i).toList();

    @TempDir
    Path folder;

    static Experiment counting() {
        return counting(ExperimentSettings.USUAL);
    }

    static Experiment counting(ExperimentSettings settings) {
        return new CountingExperiment(settings, CELLS, -1, 0);
    }

    Path out() {
        return folder.resolve("out");
    }

    Workshop workshop() {
        return new Workshop(DataHome.in(folder.resolve("no-data")));
    }

    Results run(Experiment experiment, Path out, int workers, RunWatcher watcher, boolean resume) {
        Workshop workshop = workshop();
        return ExperimentRun.run(experiment, out, workshop, new LocalWorkers(workers, workshop), watcher, resume);
    }

    Results run(Experiment experiment, RunWatcher watcher, boolean resume) {
        return run(experiment, out(), 2, watcher, resume);
    }

    static String results(Path out) throws IOException {
        return Files.readString(out.resolve("results.json"));
    }

    /** What results.json holds when nothing disturbs the run. */
    String undisturbed() throws IOException {
        Path calm = folder.resolve("calm");
        if (!Files.exists(calm)) {
            assertEquals(
                    CELLS,
                    run(counting(), calm, 1, new RunRecorder(), false)
                            .finished()
                            .size());
        }
        return results(calm);
    }

    void assertRefused(String because, Experiment experiment, boolean resume) {
        RunRecorder watcher = new RunRecorder();
        Problem problem = assertThrows(Problem.class, () -> run(experiment, watcher, resume));
        assertTrue(problem.getMessage().contains(because), problem.getMessage());
        assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
        assertFalse(problem.inWindow().contains("--"), problem.inWindow());
        assertEquals(List.of(), watcher.computed, "work was done before it was refused");
    }
}
