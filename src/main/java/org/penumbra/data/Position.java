package org.penumbra.data;

/** A place in the plane, data units. */
public record Position(double x, double y) {

    /** Euclidean distance to (x, y), data units. */
    public double distance(double x, double y) {
        return Math.hypot(this.x - x, this.y - y);
    }
}
