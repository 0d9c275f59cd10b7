package org.penumbra.data.plane;

import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;

/**
 * Points a person painted by hand, each with its class. There are as many classes as the highest class asks for, also
 * when one between has no points.
 *
 * @param points 1 to {@link #MOST_POINTS}, kept in this order
 */
public record PaintedPoints(List<PaintedPoint> points) implements PlaneData {

    /** Most points a person may paint. */
    public static final int MOST_POINTS = 20_000;

    public PaintedPoints {
        if (points.isEmpty() || points.size() > MOST_POINTS) {
            throw new SettingProblem("painted points", "1 to " + MOST_POINTS, points.size());
        }
        points = IndexedPoints.of(points);
    }

    @Override
    public int classes() {
        return 1 + points.stream().mapToInt(PaintedPoint::label).max().orElseThrow();
    }

    /** The painted points as they are, in their order. */
    @Override
    public PointSet sample(int count, long seed) {
        float[] coordinates = new float[2 * points.size()];
        int[] labels = new int[points.size()];
        for (int i = 0; i < labels.length; i++) {
            coordinates[2 * i] = points.get(i).x();
            coordinates[2 * i + 1] = points.get(i).y();
            labels[i] = points.get(i).label();
        }
        return new PointSet(coordinates, labels, classes());
    }

    /** Distance from the nearest painted point. */
    @Override
    public double distance(double x, double y) {
        return index().distance(x, y);
    }

    /** 0.05, or half the usual gap between neighbours where the points are sparse. */
    @Override
    public double onWithin() {
        return Math.max(0.05, index().gap() / 2);
    }

    /** Four times {@link #onWithin}, the ratio of the paper's rings. */
    @Override
    public double offBeyond() {
        return 4 * onWithin();
    }

    /** Empty: nobody knows what a drawing means to surround. */
    @Override
    public List<Position> hollows() {
        return List.of();
    }

    private IndexedPoints index() {
        // The constructor put it there.
        return (IndexedPoints) points;
    }
}
