package org.penumbra.view.rings;

import java.util.Collection;
import org.penumbra.view.widget.plot.HeatmapView;

/**
 * How pictures lie in a rectangle: in cells of one size, their headers all in one row or all in two.
 *
 * @param columns    cells in a row
 * @param cellWidth  pixels
 * @param cellHeight pixels
 * @param side       how wide and high each picture is, pixels
 * @param twoRows    whether the colour bars lie below the titles
 */
record PictureArrangement(int columns, double cellWidth, double cellHeight, double side, boolean twoRows) {

    /** Between two cells, pixels. */
    static final double GAP = 8;

    /** So many columns. */
    static PictureArrangement of(Collection<HeatmapView> views, int columns, double width, double height) {
        int rows = (views.size() + columns - 1) / columns;
        double cellWidth = Math.floor((width - GAP * (columns - 1)) / columns);
        double cellHeight = Math.floor((height - GAP * (rows - 1)) / rows);
        boolean twoRows = views.stream().anyMatch(view -> view.needsTwoRows(cellWidth, cellHeight));
        double side = views.stream()
                .mapToDouble(view -> view.side(cellWidth, cellHeight, twoRows))
                .min()
                .orElse(0);
        return new PictureArrangement(columns, cellWidth, cellHeight, side, twoRows);
    }

    /** Lays a picture into a cell. @param cell counted from the upper left, row by row */
    void place(HeatmapView view, int cell) {
        view.resizeRelocate(
                cell % columns * (cellWidth + GAP), cell / columns * (cellHeight + GAP), cellWidth, cellHeight);
    }
}
