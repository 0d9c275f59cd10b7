package org.penumbra.data;

import java.util.List;

/** points a person painted by hand, each with its class; classes() = highest class + 1. */
public record PaintedPoints(List<PaintedPoint> points) implements PlaneData {
    public int classes() { throw new UnsupportedOperationException(); }
    public PointSet sample(int count, long seed) { throw new UnsupportedOperationException(); }
    public double distance(double x, double y) { throw new UnsupportedOperationException(); }
    public double onWithin() { throw new UnsupportedOperationException(); }
    public double offBeyond() { throw new UnsupportedOperationException(); }
    public List<Position> hollows() { throw new UnsupportedOperationException(); }
}
