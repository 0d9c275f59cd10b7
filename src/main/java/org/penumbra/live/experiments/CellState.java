package org.penumbra.live.experiments;

import org.penumbra.experiment.Cell;

/**
 * What has become of a cell.
 *
 * @param cell  itself
 * @param phase what is being done about it
 * @param share of its work that is done, 0 to 1
 * @param words its result in short, or why it failed; empty before
 */
public record CellState(Cell cell, Phase phase, double share, String words) {

    /** What is being done about a cell. */
    public enum Phase {
        /** Nothing yet. */
        WAITING,
        /** It is being computed. */
        WORKING,
        /** Its result is there and kept. */
        FINISHED,
        /** It could not be computed. */
        FAILED
    }

    /** A cell that nothing has been done about. */
    static CellState waiting(Cell cell) {
        return new CellState(cell, Phase.WAITING, 0, "");
    }

    CellState working(double done) {
        return new CellState(cell, Phase.WORKING, done, "");
    }

    CellState finished(String result) {
        return new CellState(cell, Phase.FINISHED, 1, result);
    }

    CellState failed(String why) {
        return new CellState(cell, Phase.FAILED, share, why);
    }
}
