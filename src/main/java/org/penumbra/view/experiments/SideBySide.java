package org.penumbra.view.experiments;

import javafx.scene.layout.Region;
import org.penumbra.view.widget.ThemeColours;

/** The cells at the left and the report at the right; below one another where there is no room for both side by side. */
final class SideBySide extends Region {

    private static final double GAP = 8;
    /** Share of the width that the cells take, and of the height where they lie above. */
    private static final double CELLS = 0.44;
    /** From this width on they lie side by side, letters. */
    private static final double WIDE = 52;
    /** Least height of each of the two, letters. */
    private static final double LEAST = 24;

    private final Region left;
    private final Region right;
    private final ThemeColours colours = new ThemeColours(this::requestLayout);

    SideBySide(Region left, Region right) {
        this.left = left;
        this.right = right;
        getStyleClass().add("side-by-side");
        getChildren().addAll(colours, left, right);
    }

    private boolean isWide(double width) {
        return width >= WIDE * colours.letter();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 30 * colours.letter();
    }

    @Override
    protected double computeMinHeight(double width) {
        double least = LEAST * colours.letter();
        return isWide(getWidth()) ? least : 2 * least + 3 * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double height = getHeight() - 2 * GAP;
        if (isWide(getWidth())) {
            double first = snapSizeX((width - GAP) * CELLS);
            left.resizeRelocate(GAP, GAP, first, height);
            right.resizeRelocate(GAP + first + GAP, GAP, width - first - GAP, height);
        } else {
            double first = snapSizeY((height - GAP) / 2);
            left.resizeRelocate(GAP, GAP, width, first);
            right.resizeRelocate(GAP, GAP + first + GAP, width, height - first - GAP);
        }
    }
}
