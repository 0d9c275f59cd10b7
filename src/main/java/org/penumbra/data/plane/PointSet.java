package org.penumbra.data.plane;

/**
 * Labelled points of the plane.
 *
 * @param points  n x 2, row-major (x, y), data units
 * @param labels  n class numbers, 0 to {@code classes - 1}
 * @param classes number of classes, at least 1
 */
public record PointSet(float[] points, int[] labels, int classes) {

    public PointSet {
        if (points.length != 2 * labels.length) {
            throw new IllegalArgumentException(labels.length + " labels need " + 2 * labels.length
                    + " coordinates, but there are " + points.length);
        }
        if (classes < 1) {
            throw new IllegalArgumentException("a point set needs at least one class, but got " + classes);
        }
    }

    /** Number of points. */
    public int size() {
        return labels.length;
    }

    /** The x of a point, data units. */
    public float x(int index) {
        return points[2 * index];
    }

    /** The y of a point, data units. */
    public float y(int index) {
        return points[2 * index + 1];
    }
}
