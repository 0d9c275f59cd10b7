package org.penumbra.view.fooling;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** All victims under attack, arranged by the room there is so that the images become as large as they can. */
abstract class VictimsPane extends Region {

    /** Between victims, pixels. */
    static final double GAP = 8;

    /** Side of the images in this room, pixels; 0 where it is too small. */
    abstract double image(double width, double height);

    /** How much of the height it makes use of, pixels. */
    abstract double used(double width, double height);

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected final double computePrefHeight(double width) {
        return computeMinHeight(width);
    }
}
