package org.penumbra.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.penumbra.experiment.report.Report;

/**
 * An experiment with its settings: a set of cells, and a report on their results. A value without native memory, shared by
 * threads.
 */
public interface Experiment {

    /** What it is. */
    About about();

    /** How it is run. */
    ExperimentSettings settings();

    /** What its cells need. */
    Needs needs();

    /** Its cells, always the same ones in the same order; at least one. */
    List<Cell> cells();

    /**
     * Computes one cell. The same cell gives the same result, to the last digit, on the same kind of processor.
     *
     * @param workshop where data and models are
     * @return plain values: numbers, texts, lists of them; no NaN and no times, which are never the same twice
     * @throws CellStopped                     when the watcher ends it
     * @throws org.penumbra.data.Problem       when it cannot be computed, which leaves the other cells as they are
     */
    ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher);

    /** What the results say, also while some are missing. */
    Report report(Results results);
}
