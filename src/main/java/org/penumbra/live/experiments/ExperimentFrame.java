package org.penumbra.live.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.report.Report;
import org.penumbra.live.experiments.CellState.Phase;

/**
 * What an experiment shows of one moment: immutable, the newest replaces older ones.
 *
 * @param generation as in {@link ExperimentStatus}
 * @param experiment whose cells these are
 * @param folder     where results are kept; empty before anything was started
 * @param cells      in the experiment's order
 * @param report     on the results that are there
 */
public record ExperimentFrame(
        int generation, Experiment experiment, Optional<Path> folder, List<CellState> cells, Report report) {

    public ExperimentFrame {
        cells = List.copyOf(cells);
    }

    /** How many cells there are of a kind. */
    public int count(Phase phase) {
        return (int) cells.stream().filter(cell -> cell.phase() == phase).count();
    }
}
