package org.penumbra.view.rings;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * The pictures and their readings, arranged by the room there is: the readings at the right, as wide as the pictures leave
 * room for, or below where the pictures become larger by it, as in a window that is narrow or tall.
 */
final class RingsStage extends Region {

    private static final double PADDING = 8;
    /** The readings at the right may become so many times as wide as they must be. */
    private static final double WIDEST = 1.7;
    /** The readings go below only where the pictures become so many times as large by it. */
    private static final double WORTH_IT = 1.05;

    private final HeatmapsPane pictures;
    private final ReadingsPane readings;

    RingsStage(HeatmapsPane pictures, ReadingsPane readings) {
        this.pictures = pictures;
        this.readings = readings;
        getStyleClass().add("rings-stage");
        getChildren().addAll(pictures, readings);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(pictures.minWidth(-1) + 2 * PADDING, readings.columnWidth());
    }

    @Override
    protected double computeMinHeight(double width) {
        double own = pictures.minHeight(-1) + 2 * PADDING;
        return width < 0 || fitsBeside(width) ? own : own + readings.rowHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return pictures.prefWidth(-1) + 2 * PADDING + readings.columnWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return pictures.prefHeight(-1) + 2 * PADDING;
    }

    private boolean fitsBeside(double width) {
        return width >= pictures.minWidth(-1) + 2 * PADDING + readings.columnWidth();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double column = readings.columnWidth();
        double row = readings.rowHeight(width);
        double beside = pictures.side(width - column - 2 * PADDING, height - 2 * PADDING);
        double above = pictures.side(width - 2 * PADDING, height - row - 2 * PADDING);
        boolean below = !fitsBeside(width) || above > WORTH_IT * beside;
        readings.setRow(below, width);
        if (below) {
            double top = Math.max(pictures.minHeight(-1) + 2 * PADDING, height - row);
            pictures.resizeRelocate(PADDING, PADDING, width - 2 * PADDING, top - 2 * PADDING);
            readings.resizeRelocate(0, top, width, height - top);
        } else {
            double needed = pictures.widthFor(height - 2 * PADDING, width - column - 2 * PADDING) + 2 * PADDING;
            double wide = Math.floor(Math.max(column, Math.min(WIDEST * column, width - needed)));
            pictures.resizeRelocate(PADDING, PADDING, width - wide - 2 * PADDING, height - 2 * PADDING);
            readings.resizeRelocate(width - wide, 0, wide, height);
        }
    }
}
