package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penumbra.archive.Origin;
import org.penumbra.archive.StoredCell;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;

/**
 * Runs an experiment in a folder. Every finished cell is a file there before anybody is told of it, so that whatever ends a run,
 * a kill or a failing disk included, the next one goes on with the cells that are missing. At the end the folder holds the
 * same results.json, byte for byte, however often the run was interrupted, whoever computed the cells and in which order.
 */
public final class ExperimentRun {

    private ExperimentRun() {}

    /** Whether a run was begun in a folder, of whichever experiment. */
    public static boolean wasBegun(Path folder) {
        return ResultsFolder.holdsRun(folder);
    }

    /**
     * Computes what is not computed yet. All that could end a run early is looked at first: data and models, the folder, the
     * room on its disk.
     *
     * @param folder  for results; made where it is not there
     * @param workers compute the cells
     * @param watcher is told of every cell, and may pause and end the run
     * @param resume  whether to go on with a run that was begun in the folder; without it such a folder is refused
     * @return what is known of the cells; of some of them nothing, where the watcher ended the run
     * @throws org.penumbra.data.Problem when the run cannot be begun, or results cannot be kept any more
     */
    public static Results run(
            Experiment experiment,
            Path folder,
            Workshop workshop,
            CellWorkers workers,
            RunWatcher watcher,
            boolean resume) {
        return run(experiment, folder, workshop, workers, watcher, resume, ResultsFolder.Room.OF_DISK);
    }

    static Results run(
            Experiment experiment,
            Path folder,
            Workshop workshop,
            CellWorkers workers,
            RunWatcher watcher,
            boolean resume,
            ResultsFolder.Room room) {
        List<Cell> cells = experiment.cells();
        requireDistinct(cells);
        workshop.check(experiment.needs());
        RunIdentity identity = RunIdentity.of(experiment, workshop);
        try (ResultsFolder results = ResultsFolder.open(folder, identity, resume, room, watcher::told)) {
            CellKeeper keeper = new CellKeeper(results, watcher);
            keeper.takeKept(cells);
            compute(experiment, cells, results, keeper, workers, watcher);
            write(cells, results, identity, keeper);
            return keeper.results();
        }
    }

    private static void requireDistinct(List<Cell> cells) {
        Set<String> ids = new HashSet<>();
        for (Cell cell : cells) {
            if (!ids.add(cell.id())) {
                throw new IllegalStateException("two cells are called " + cell.id());
            }
        }
    }

    private static void compute(
            Experiment experiment,
            List<Cell> cells,
            ResultsFolder results,
            CellKeeper keeper,
            CellWorkers workers,
            RunWatcher watcher) {
        List<Cell> todo = cells.stream().filter(cell -> !keeper.knows(cell)).toList();
        watcher.begins(todo);
        if (todo.isEmpty()) {
            return;
        }
        results.open();
        workers.compute(experiment, todo, keeper);
        keeper.requireKept();
        long left = todo.stream().filter(cell -> !keeper.knows(cell)).count();
        if (left > 0 && !keeper.wasEnded() && !Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException(left + " cells were neither computed nor reported as failed");
        }
    }

    private static void write(List<Cell> cells, ResultsFolder folder, RunIdentity identity, CellKeeper keeper) {
        Map<String, StoredCell> stored = keeper.stored();
        folder.write(ResultsFolder.TIMES, times(cells, stored));
        if (cells.stream().allMatch(keeper::knows)) {
            folder.write(ResultsFolder.RESULTS, found(cells, identity, keeper.results()));
        }
    }

    /** The results: what was run, what each cell found, and why some found nothing. Holds no times. */
    private static ObjectNode found(List<Cell> cells, RunIdentity identity, Results results) {
        ObjectNode tree = identity.json();
        ObjectNode finished = tree.putObject("cells");
        ObjectNode failed = tree.putObject("failed");
        for (Cell cell : cells) {
            results.of(cell.id()).ifPresent(result -> finished.set(cell.id(), result));
            if (results.failed().containsKey(cell.id())) {
                failed.put(cell.id(), results.failed().get(cell.id()));
            }
        }
        return tree;
    }

    /** How long each cell took and where, which is never the same twice. */
    private static ObjectNode times(List<Cell> cells, Map<String, StoredCell> stored) {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("program", Origin.programVersion())
                .put("machine", MachineWords.ofProcess())
                .put("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put(
                        "seconds",
                        stored.values().stream()
                                .mapToDouble(StoredCell::seconds)
                                .sum());
        ObjectNode each = tree.putObject("cells");
        for (Cell cell : cells) {
            StoredCell one = stored.get(cell.id());
            if (one != null) {
                each.putObject(cell.id()).put("seconds", one.seconds()).put("machine", one.machine());
            }
        }
        return tree;
    }
}
