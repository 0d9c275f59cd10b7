package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.penumbra.experiment.Cell;

/** Takes what becomes of cells. For any number of threads. */
public interface CellOutcome {

    /** A cell is being computed. */
    void working(Cell cell, double share);

    /**
     * A cell's result, and how long it took.
     *
     * @param seconds by the clock
     */
    void finished(Cell cell, ObjectNode result, double seconds);

    /** A cell cannot be computed. */
    void failed(Cell cell, Throwable why);

    /** Whether to go on. */
    boolean goOn();
}
