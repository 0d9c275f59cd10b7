package org.penumbra.view.train;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.penumbra.view.widget.ThemeColours;

/**
 * Cards in rows. How many stand beside one another is told by the width in letters; a row is as high as its share of the
 * room, but never less than the least height of its cards. Where all rows together need more than there is, the board says
 * so by its least height.
 */
final class CardBoard extends Region {

    private static final double GAP = 8;

    private final ThemeColours colours = new ThemeColours(this::requestLayout);
    private final List<Arrangement> arrangements;

    /**
     * Cards beside one another.
     *
     * @param share of the height, in the same measure as that of the other rows
     * @param cells from left to right
     */
    record Row(double share, Cell... cells) {}

    /**
     * A card in a row.
     *
     * @param share of the width, in the same measure as that of the other cards
     */
    record Cell(Region card, double share) {}

    /**
     * Rows for a certain room.
     *
     * @param letters it is taken from this width on, in letters
     */
    record Arrangement(double letters, Row... rows) {}

    /** @param arrangements the narrowest first; each with the same cards */
    CardBoard(Arrangement... arrangements) {
        this.arrangements = List.of(arrangements);
        getStyleClass().add("cards");
        getChildren().add(colours);
        for (Row row : arrangements[0].rows()) {
            for (Cell cell : row.cells()) {
                getChildren().add(cell.card());
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private Row[] rows(double width) {
        double letters = width / colours.letter();
        Arrangement chosen = arrangements.get(0);
        for (Arrangement one : arrangements) {
            chosen = letters >= one.letters() ? one : chosen;
        }
        return chosen.rows();
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return arrangements.get(0).letters() * colours.letter() + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        double room = inner(width < 0 ? minWidth(-1) : width);
        Row[] rows = rows(room);
        return snappedTopInset()
                + snappedBottomInset()
                + (rows.length - 1) * GAP
                + Arrays.stream(rows).mapToDouble(row -> least(row, room)).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    private static double least(Row row, double room) {
        double least = 0;
        for (Cell cell : row.cells()) {
            least = Math.max(least, Math.ceil(cell.card().minHeight(width(row, cell, room))));
        }
        return least;
    }

    private static double width(Row row, Cell cell, double room) {
        double all = Arrays.stream(row.cells()).mapToDouble(Cell::share).sum();
        return (room - (row.cells().length - 1) * GAP) * cell.share() / all;
    }

    @Override
    protected void layoutChildren() {
        double room = inner(getWidth());
        Row[] rows = rows(room);
        double[] heights = heights(rows, room);
        double y = snappedTopInset();
        for (int i = 0; i < rows.length; i++) {
            double x = snappedLeftInset();
            double bottom = snapPositionY(y + heights[i]);
            for (Cell cell : rows[i].cells()) {
                double right = snapPositionX(x + width(rows[i], cell, room));
                cell.card().resizeRelocate(x, y, right - x, bottom - y);
                x = right + GAP;
            }
            y = bottom + GAP;
        }
    }

    /** Their shares of the room; what the least heights of some take beyond theirs is taken from the others. */
    private double[] heights(Row[] rows, double room) {
        double left = getHeight() - snappedTopInset() - snappedBottomInset() - (rows.length - 1) * GAP;
        double[] least =
                Arrays.stream(rows).mapToDouble(row -> least(row, room)).toArray();
        boolean[] fixed = new boolean[rows.length];
        double[] heights = new double[rows.length];
        boolean again = true;
        while (again) {
            again = false;
            double shares = 0;
            double free = left;
            for (int i = 0; i < rows.length; i++) {
                shares += fixed[i] ? 0 : rows[i].share();
                free -= fixed[i] ? least[i] : 0;
            }
            for (int i = 0; i < rows.length; i++) {
                heights[i] = fixed[i] ? least[i] : free * rows[i].share() / shares;
                if (!fixed[i] && heights[i] < least[i]) {
                    fixed[i] = true;
                    again = true;
                }
            }
        }
        return heights;
    }
}
