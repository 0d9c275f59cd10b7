package org.penumbra.live.rings.compare;

import java.util.Optional;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.Detector;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * What a detector says of the plane at one moment of the training: immutable, the newest replaces older ones.
 *
 * @param side       on which it is compared
 * @param generation counts the runs, as the frames of the training do
 * @param step       training steps its network had behind it
 * @param detector   what was fitted
 * @param fitted     the fit; empty where it could not be fitted
 * @param grid       the raster the acceptances belong to
 * @param acceptance in [0, 1] or NaN, one a cell; empty where it could not be fitted
 * @param lattice    a raster of the same region, coarser
 * @param places     what is known of the lattice's cells: all the fit judges by
 * @param points     the training points, in the order in which a fit counts its inputs
 * @param figures    over the whole plane, whatever part of it is shown
 * @param fitMillis  how long the fit took, ms
 * @param problem    why it could not be fitted and what to do, for a person; empty otherwise
 */
public record ComparedFrame(
        Side side,
        int generation,
        long step,
        Detector detector,
        Optional<Fitted> fitted,
        Grid grid,
        float[] acceptance,
        Grid lattice,
        Evidence places,
        PointSet points,
        PlaceFigures figures,
        double fitMillis,
        String problem) {}
