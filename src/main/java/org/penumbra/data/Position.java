package org.penumbra.data;

/** A place in the plane, data units. */
public record Position(double x, double y) {

    /** Euclidean distance to (x, y), data units. */
    public double distance(double x, double y) {
        double dx = this.x - x;
        double dy = this.y - y;
        // Not hypot: this is asked for every cell of a raster, and coordinates are far from overflow.
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** The place so far away in this direction; the angle in radians, 0 to the right, counter-clockwise. */
    public Position towards(double angle, double distance) {
        return new Position(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
    }
}
