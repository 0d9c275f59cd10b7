package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.penumbra.experiment.Cell;

/** Is told what becomes of the cells of a run, and may end it. It is called by several threads, one call at a time. */
public interface RunWatcher {

    /** A cell that an earlier run finished, or that has been computed now. */
    void finished(Cell cell, ObjectNode result);

    /** A cell is being computed; so far this share of it is done, 0 to 1. */
    void working(Cell cell, double share);

    /** A cell cannot be computed. The others go on. */
    void failed(Cell cell, Throwable why);

    /** Whether the run is to go on. Where it is not, cells that are being computed are given up. */
    boolean goOn();
}
