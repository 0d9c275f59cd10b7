package org.penumbra.view.widget;

/** The points of one line, from left to right. They may become more between two drawings. */
public interface LinePoints {

    /** How many there are. */
    int count();

    /** Where a point lies along the chart, in the unit of {@link LineReach}. */
    double along(int index);

    /** The value of a point; what is not finite leaves a gap. */
    double value(int index);
}
