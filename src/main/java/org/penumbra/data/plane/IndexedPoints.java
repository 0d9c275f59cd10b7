package org.penumbra.data.plane;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unchangeable list of painted points that also knows which of them is nearest to a place. It is equal to every
 * list of the same points, so a record can hold it in place of the list it was given.
 */
final class IndexedPoints extends AbstractList<PaintedPoint> implements RandomAccess {

    private final PaintedPoint[] points;
    private final NearestPoint nearest;
    private final double gap;

    private IndexedPoints(PaintedPoint[] points) {
        this.points = points;
        double[] x = Arrays.stream(points).mapToDouble(PaintedPoint::x).toArray();
        double[] y = Arrays.stream(points).mapToDouble(PaintedPoint::y).toArray();
        nearest = new NearestPoint(x, y);
        gap = medianGap();
    }

    /** A copy with an index; the list itself when it has one already. */
    static IndexedPoints of(List<PaintedPoint> points) {
        return points instanceof IndexedPoints indexed
                ? indexed
                : new IndexedPoints(List.copyOf(points).toArray(PaintedPoint[]::new));
    }

    /** Distance of (x, y) from the nearest point, data units. */
    double distance(double x, double y) {
        return nearest.distance(x, y, -1);
    }

    /** Median of the distances of the points from their nearest neighbours, data units; 0 for a single point. */
    double gap() {
        return gap;
    }

    private double medianGap() {
        if (points.length == 1) {
            return 0;
        }
        double[] gaps = new double[points.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = nearest.distance(points[i].x(), points[i].y(), i);
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    @Override
    public PaintedPoint get(int index) {
        return points[index];
    }

    @Override
    public int size() {
        return points.length;
    }
}
