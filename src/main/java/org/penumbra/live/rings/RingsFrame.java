package org.penumbra.live.rings;

import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.net.plane.PlaneResponse;

/**
 * What the engine shows of one moment: immutable, the newest replaces older ones. It carries error and gamma, not the
 * confidence, so that alpha, beta and tau repaint without the network.
 *
 * @param generation counts resets and new setups from 0; frames of different generations belong to different runs
 * @param step       training steps done
 * @param grid       the raster the response belongs to
 * @param response   the network's answers at the grid's cells, in their order
 * @param points     the training points of this run
 * @param hollows    answers at the data set's hollows, in their order
 */
public record RingsFrame(
        int generation, long step, Grid grid, PlaneResponse response, PointSet points, PlaneResponse hollows) {

    /** The same moment with its response. */
    RingsFrame with(PlaneResponse ready) {
        return new RingsFrame(generation, step, grid, ready, points, hollows);
    }
}
