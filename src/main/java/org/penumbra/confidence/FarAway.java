package org.penumbra.confidence;

import java.util.Arrays;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PlaneRegion;

/**
 * The cells of a grid that lie far from all data: where a classifier that overgeneralizes is still sure, and where every
 * detector should refuse. Immutable.
 */
public final class FarAway {

    /**
     * How far "far" is, as a part of the width in which the data are seen whole: 1.5 for the rings, which are seen over a
     * square of 5. Data of another size are measured by their own.
     */
    private static final double SHARE = 0.3;

    private final double beyond;
    private final int[] cells;
    private final int count;

    private FarAway(double beyond, int[] cells, int count) {
        this.beyond = beyond;
        this.cells = cells;
        this.count = count;
    }

    /**
     * The far cells of a grid.
     *
     * @param home the region in which the data are seen whole
     */
    public static FarAway of(Grid grid, PlaneData data, PlaneRegion home) {
        double beyond = SHARE * Math.max(home.width(), home.height());
        int[] cells = new int[grid.size()];
        int count = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            if (data.distance(grid.x(cell % grid.columns()), grid.y(cell / grid.columns())) > beyond) {
                cells[count++] = cell;
            }
        }
        return new FarAway(beyond, Arrays.copyOf(cells, count), grid.size());
    }

    /** Places farther from the data than this are far; data units. */
    public double beyond() {
        return beyond;
    }

    /** Number of far cells. */
    public int cells() {
        return cells.length;
    }

    /** The mean over the far cells; NaN where there are none. @param values one a cell */
    public double mean(double[] values) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    "expected one value for each of " + count + " cells, but got " + values.length);
        }
        return Arrays.stream(cells).mapToDouble(cell -> values[cell]).average().orElse(Double.NaN);
    }
}
