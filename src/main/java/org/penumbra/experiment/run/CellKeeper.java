package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.archive.StoredCell;
import org.penumbra.data.Problem;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.Results;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what becomes of cells: results on the disk, before anybody is told of them, and the watcher informed. */
final class CellKeeper implements CellOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(CellKeeper.class);

    private final ResultsFolder folder;
    private final RunWatcher watcher;
    private final Object turn = new Object();
    private final Map<String, StoredCell> finished = new LinkedHashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();
    private RuntimeException broken;
    private volatile boolean ended;

    CellKeeper(ResultsFolder folder, RunWatcher watcher) {
        this.folder = folder;
        this.watcher = watcher;
    }

    /** Takes what an earlier run has finished. */
    void takeKept(List<Cell> cells) {
        for (Cell cell : cells) {
            folder.kept(cell).ifPresent(stored -> take(cell, stored));
        }
    }

    private void take(Cell cell, StoredCell stored) {
        synchronized (turn) {
            finished.put(cell.id(), stored);
            watcher.finished(cell, stored.result());
        }
    }

    @Override
    public void working(Cell cell, double share) {
        synchronized (turn) {
            watcher.working(cell, share);
        }
    }

    @Override
    public void finished(Cell cell, ObjectNode result, double seconds) {
        StoredCell stored;
        try {
            stored = folder.keep(cell, result, seconds);
        } catch (IllegalArgumentException noResult) {
            failed(
                    cell,
                    new ExperimentException(
                            "cell " + cell.id() + ": its result cannot be kept (" + noResult.getMessage()
                                    + "); this is a fault of the program",
                            noResult));
            return;
        } catch (Problem notWritten) {
            throw broken(new ExperimentException(
                    "the run was ended, as a finished cell could not be kept: " + notWritten.inWindow()
                            + ". All cells that were finished before are kept; mend that, and go on",
                    " with --resume",
                    notWritten));
        }
        take(cell, stored);
    }

    private RuntimeException broken(RuntimeException why) {
        synchronized (turn) {
            if (broken == null) {
                broken = why;
            }
            ended = true;
            return broken;
        }
    }

    @Override
    public void failed(Cell cell, Throwable why) {
        if (why instanceof Problem) {
            LOG.info("cell {} failed: {}", cell.id(), why.getMessage());
        } else {
            LOG.warn("cell {} failed", cell.id(), why);
        }
        synchronized (turn) {
            failed.put(cell.id(), FailureWords.of(why));
            watcher.failed(cell, why);
        }
    }

    @Override
    public boolean goOn() {
        if (ended) {
            return false;
        }
        synchronized (turn) {
            ended |= !watcher.goOn();
            return !ended;
        }
    }

    /** Whether somebody asked to end the run. */
    boolean wasEnded() {
        return ended;
    }

    /** Throws why results could not be kept, if that was so. */
    void requireKept() {
        synchronized (turn) {
            if (broken != null) {
                throw broken;
            }
        }
    }

    boolean knows(Cell cell) {
        synchronized (turn) {
            return finished.containsKey(cell.id()) || failed.containsKey(cell.id());
        }
    }

    /** Finished cells with their times, by id. */
    Map<String, StoredCell> stored() {
        synchronized (turn) {
            return Map.copyOf(finished);
        }
    }

    Results results() {
        synchronized (turn) {
            Map<String, ObjectNode> results = new LinkedHashMap<>();
            finished.forEach((id, stored) -> results.put(id, stored.result()));
            return new Results(results, failed);
        }
    }
}
