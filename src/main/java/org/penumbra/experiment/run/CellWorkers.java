package org.penumbra.experiment.run;

import java.util.List;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;

/** Who computes cells: threads of this process, or machines elsewhere. */
public interface CellWorkers {

    /**
     * Computes cells, in any order, and hands each result over as soon as it is there. It returns when all are computed or have
     * failed, or when the run is to end.
     *
     * @param todo    cells of the experiment that are not finished yet
     * @param outcome takes results, from any thread
     */
    void compute(Experiment experiment, List<Cell> todo, CellOutcome outcome);
}
