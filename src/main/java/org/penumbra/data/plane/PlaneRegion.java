package org.penumbra.data.plane;

/**
 * A rectangle of the plane, in data units.
 *
 * @param xMin left edge
 * @param xMax right edge, greater than {@code xMin}
 * @param yMin lower edge
 * @param yMax upper edge, greater than {@code yMin}
 */
public record PlaneRegion(double xMin, double xMax, double yMin, double yMax) {

    /** Where the paper shows the rings: [-2.5, 2.5] in both directions. */
    public static final PlaneRegion STANDARD = new PlaneRegion(-2.5, 2.5, -2.5, 2.5);

    /** Room at each side of points, as a part of what they take. */
    private static final double ROOM = 0.25;

    public PlaneRegion {
        if (!(xMin < xMax && yMin < yMax) || !Double.isFinite(xMax - xMin) || !Double.isFinite(yMax - yMin)) {
            throw new IllegalArgumentException(
                    "a region needs finite edges with xMin < xMax and yMin < yMax, but got x " + xMin + " to " + xMax
                            + ", y " + yMin + " to " + yMax);
        }
    }

    /**
     * The square that shows all points with some room around them; where they lie within the standard region, that.
     *
     * @param points at least one
     */
    public static PlaneRegion around(PointSet points) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            left = Math.min(left, points.x(i));
            right = Math.max(right, points.x(i));
            low = Math.min(low, points.y(i));
            high = Math.max(high, points.y(i));
        }
        double half = Math.max(right - left, high - low) / 2 * (1 + 2 * ROOM);
        boolean fits = STANDARD.contains(left, low) && STANDARD.contains(right, high);
        // Much smaller than the standard region they would be a dot in it.
        if (fits && half > STANDARD.width() / 10 || half == 0 && fits) {
            return STANDARD;
        }
        double x = (left + right) / 2;
        double y = (low + high) / 2;
        double reach = half > 0 ? half : 1;
        return new PlaneRegion(x - reach, x + reach, y - reach, y + reach);
    }

    /** Width in data units, positive. */
    public double width() {
        return xMax - xMin;
    }

    /** Height in data units, positive. */
    public double height() {
        return yMax - yMin;
    }

    /** Whether the point lies inside or on the edge. */
    public boolean contains(double x, double y) {
        return x >= xMin && x <= xMax && y >= yMin && y <= yMax;
    }

    /**
     * The region seen after zooming about a fixed point.
     *
     * @param x      the point that keeps its place, data units
     * @param y      likewise
     * @param factor below 1 zooms in, above 1 zooms out; positive
     */
    public PlaneRegion zoomed(double x, double y, double factor) {
        return new PlaneRegion(
                x + (xMin - x) * factor, x + (xMax - x) * factor, y + (yMin - y) * factor, y + (yMax - y) * factor);
    }

    /** The region moved by (dx, dy) data units. */
    public PlaneRegion moved(double dx, double dy) {
        return new PlaneRegion(xMin + dx, xMax + dx, yMin + dy, yMax + dy);
    }
}
