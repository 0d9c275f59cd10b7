package org.penumbra.data.plane;

/**
 * A raster of points over a region. Cells are numbered row by row as the pixels of a picture are: cell 0 is the upper
 * left one, its centre half a cell inside the region's edge.
 *
 * @param region  what the raster covers
 * @param columns cells from left to right, at least 1
 * @param rows    cells from top to bottom, at least 1
 */
public record Grid(PlaneRegion region, int columns, int rows) {

    public Grid {
        if (columns < 1 || rows < 1 || (long) columns * rows > 1 << 26) {
            throw new IllegalArgumentException(
                    "a grid needs between 1 and 2^26 cells, but got " + columns + " x " + rows);
        }
    }

    /** Number of cells. */
    public int size() {
        return columns * rows;
    }

    /** The x of the centres of a column, data units. */
    public double x(int column) {
        return region.xMin() + (column + 0.5) * region.width() / columns;
    }

    /** The y of the centres of a row, data units; row 0 is the top. */
    public double y(int row) {
        return region.yMax() - (row + 0.5) * region.height() / rows;
    }

    /** All centres, n x 2 row-major (x, y), in the order of the cells. */
    public float[] points() {
        float[] points = new float[size() * 2];
        for (int row = 0, at = 0; row < rows; row++) {
            float y = (float) y(row);
            for (int column = 0; column < columns; column++) {
                points[at++] = (float) x(column);
                points[at++] = y;
            }
        }
        return points;
    }
}
