package org.penumbra.live.rings.compare;

import org.penumbra.confidence.FarAway;
import org.penumbra.confidence.OnOff;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;

/** Where the detectors of a run are measured: the whole plane around its points, so that zooming changes no figure. */
final class PlaneMeasure {

    /** Cells in each direction. */
    static final int CELLS = 100;

    private final Grid grid;
    private final OnOff cells;
    private final FarAway far;

    PlaneMeasure(PlaneMoment moment) {
        PlaneRegion whole = PlaneRegion.around(moment.points());
        grid = new Grid(whole, CELLS, CELLS);
        cells = OnOff.of(grid, moment.setup().data());
        far = FarAway.of(grid, moment.setup().data(), whole);
    }

    Grid grid() {
        return grid;
    }

    /** @param ranking and {@code acceptance} one a cell */
    PlaceFigures figures(double[] ranking, double[] acceptance) {
        return PlaceFigures.of(cells, far, ranking, acceptance);
    }
}
