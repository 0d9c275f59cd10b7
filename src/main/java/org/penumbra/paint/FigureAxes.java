package org.penumbra.paint;

/**
 * The axes of a figure, in the units of the data.
 *
 * @param xMin   left edge of the picture
 * @param xMax   right edge, greater than {@code xMin}
 * @param yMin   lower edge
 * @param yMax   upper edge, greater than {@code yMin}
 * @param xLabel written below, may be empty
 * @param yLabel written on the left, may be empty
 */
public record FigureAxes(double xMin, double xMax, double yMin, double yMax, String xLabel, String yLabel) {

    public FigureAxes {
        if (!(xMin < xMax && yMin < yMax)) {
            throw new IllegalArgumentException("axes need xMin < xMax and yMin < yMax, but got x " + xMin + " to "
                    + xMax + ", y " + yMin + " to " + yMax);
        }
    }
}
