package org.penumbra.view.fooling;

import java.util.List;

/** A column a victim: side by side, or in two rows where the images become larger so. */
final class VictimColumns extends VictimsPane {

    /** Two rows must make images larger by this, as one row is easier to compare. */
    private static final double WORTH_TWO_ROWS = 1.15;

    private final List<VictimColumn> columns;

    VictimColumns(List<VictimColumn> columns) {
        this.columns = List.copyOf(columns);
        getStyleClass().add("victim-columns");
        getChildren().setAll(columns);
    }

    @Override
    double image(double width, double height) {
        double one = image(1, width, height);
        double two = image(2, width, height);
        return two > WORTH_TWO_ROWS * one ? two : one;
    }

    /** The scores of the classes take what the images leave. */
    @Override
    double used(double width, double height) {
        return height;
    }

    /** Side of the smallest image in so many rows; 0 where they do not fit. */
    private double image(int rows, double width, double height) {
        double wide = wide(rows, width);
        double high = Math.floor((height - (rows - 1) * GAP) / rows);
        if (rows > columns.size() || wide < least() || high < leastHeight(wide)) {
            return 0;
        }
        return columns.stream()
                .mapToDouble(column -> column.image(wide, high))
                .min()
                .orElse(0);
    }

    private double wide(int rows, double width) {
        int across = across(rows);
        return Math.floor((width - (across - 1) * GAP) / across);
    }

    private int across(int rows) {
        return (columns.size() + rows - 1) / rows;
    }

    private double least() {
        return columns.stream().mapToDouble(column -> column.minWidth(-1)).max().orElse(0);
    }

    private double leastHeight(double wide) {
        return columns.stream()
                .mapToDouble(column -> column.minHeight(wide))
                .max()
                .orElse(0);
    }

    /** Where neither fits, those that scroll least. */
    private int rows(double width, double height) {
        double one = image(1, width, height);
        double two = image(2, width, height);
        if (one == 0 && two == 0) {
            return wide(1, width) >= least() || columns.size() == 1 ? 1 : 2;
        }
        return two > WORTH_TWO_ROWS * one ? 2 : 1;
    }

    /** Two rows of the narrowest columns. */
    @Override
    protected double computeMinWidth(double height) {
        int across = across(columns.size() > 2 ? 2 : 1);
        return across * least() + (across - 1) * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        double used = width < 0 ? computeMinWidth(-1) : width;
        double one = wide(1, used);
        return one >= least() || columns.size() == 1 ? leastHeight(one) : 2 * leastHeight(wide(2, used)) + GAP;
    }

    @Override
    protected void layoutChildren() {
        int rows = rows(getWidth(), getHeight());
        int across = across(rows);
        double wide = wide(rows, getWidth());
        double high = Math.floor((getHeight() - (rows - 1) * GAP) / rows);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).resizeRelocate(i % across * (wide + GAP), i / across * (high + GAP), wide, high);
        }
    }
}
