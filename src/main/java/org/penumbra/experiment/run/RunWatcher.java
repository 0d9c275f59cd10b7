package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.penumbra.experiment.Cell;
import org.slf4j.LoggerFactory;

/** Is told what becomes of the cells of a run, and may end it. It is called by several threads, one call at a time. */
public interface RunWatcher {

    /** A cell that an earlier run finished, or that has been computed now. */
    void finished(Cell cell, ObjectNode result);

    /** A cell is being computed; so far this share of it is done, 0 to 1. */
    void working(Cell cell, double share);

    /** A cell cannot be computed. The others go on. */
    void failed(Cell cell, Throwable why);

    /**
     * Whether the run is to go on. Where it is not, cells that are being computed are given up. It may block, which pauses the
     * run: every cell waits when it next tells how far it has come.
     */
    boolean goOn();

    /**
     * All has been looked at, and the work begins.
     *
     * @param todo cells that no earlier run has finished, in the experiment's order; the others have been told as finished
     */
    default void begins(List<Cell> todo) {}

    /** Something that a person should know and need not act on: a whole sentence. Where nobody listens it goes to the log. */
    default void told(String note) {
        LoggerFactory.getLogger(RunWatcher.class).warn("{}", note);
    }
}
