package org.penumbra.confidence;

import java.util.Arrays;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneData;

/**
 * Which cells of a grid lie on the data and which far off them; those between are neither. Distances are costly and
 * grids change rarely, so this is made once a grid. Immutable.
 */
public final class OnOff {

    private final Grid grid;
    private final int[] on;
    private final int[] off;

    private OnOff(Grid grid, int[] on, int[] off) {
        this.grid = grid;
        this.on = on;
        this.off = off;
    }

    /** On: at most {@link PlaneData#onWithin} from the data; off: more than {@link PlaneData#offBeyond}. */
    public static OnOff of(Grid grid, PlaneData data) {
        int[] on = new int[grid.size()];
        int[] off = new int[grid.size()];
        int onCount = 0;
        int offCount = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            double distance = data.distance(grid.x(cell % grid.columns()), grid.y(cell / grid.columns()));
            if (distance <= data.onWithin()) {
                on[onCount++] = cell;
            } else if (distance > data.offBeyond()) {
                off[offCount++] = cell;
            }
        }
        return new OnOff(grid, Arrays.copyOf(on, onCount), Arrays.copyOf(off, offCount));
    }

    /** The grid it was made for. */
    public Grid grid() {
        return grid;
    }

    /** Number of cells on the data. */
    public int onCount() {
        return on.length;
    }

    /** Number of cells off the data. */
    public int offCount() {
        return off.length;
    }

    /** The numbers of those values that lie on the data, in the order of the cells. */
    public float[] on(float[] values) {
        return pick(values, on);
    }

    /** The numbers of those values that lie off the data, in the order of the cells. */
    public float[] off(float[] values) {
        return pick(values, off);
    }

    private float[] pick(float[] values, int[] cells) {
        if (values.length != grid.size()) {
            throw new IllegalArgumentException(
                    "expected one value for each of " + grid.size() + " cells, but got " + values.length);
        }
        float[] picked = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            picked[i] = values[cells[i]];
        }
        return picked;
    }

    /**
     * AUROC of a score that should be high on the data and low off them.
     *
     * @param values one a cell
     * @return 0 to 1, or NaN as {@link Roc} says
     */
    public double auroc(float[] values) {
        return Roc.auroc(on(values), off(values));
    }

    /**
     * AUROC of a score in double precision: places that differ only beyond the digits of single precision are told apart.
     *
     * @param values one a cell, any numbers
     * @return 0 to 1, or NaN as {@link Roc} says
     */
    public double auroc(double[] values) {
        return Roc.auroc(pick(values, on), pick(values, off));
    }

    private double[] pick(double[] values, int[] cells) {
        if (values.length != grid.size()) {
            throw new IllegalArgumentException(
                    "expected one value for each of " + grid.size() + " cells, but got " + values.length);
        }
        return Arrays.stream(cells).mapToDouble(cell -> values[cell]).toArray();
    }
}
