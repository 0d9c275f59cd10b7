package org.penumbra.data.plane;

import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.Range;

/**
 * A two-dimensional data set: it can draw labelled points and knows how far any place is from where its points lie.
 * Implementations are records, so that a preset can hold one and two equal ones draw the same points.
 */
public sealed interface PlaneData permits Rings, Moons, Spirals, Blobs, PaintedPoints {

    /** Most classes a data set may have: as many as colours can be told apart. */
    int MOST_CLASSES = 8;

    /** Coordinates of centres and painted points, data units. */
    Range COORDINATE = Range.of(-1e6, 1e6);

    /** Radii, thicknesses and spreads, data units. */
    Range SIZE = Range.above(0, 100);

    /** Number of classes, at least 1. */
    int classes();

    /**
     * Draws points, the classes in turn, so that each has the same number up to one.
     *
     * @param count how many, at least 1; {@link PaintedPoints} ignores it and returns what was painted
     * @param seed  the same seed draws the same points
     */
    PointSet sample(int count, long seed);

    /** Distance of (x, y) from the nearest middle line, centre or point of the data, in data units, at least 0. */
    double distance(double x, double y);

    /** A place at most this {@link #distance} away counts as on the data; data units. For the rings 0.05. */
    double onWithin();

    /** A place farther than this {@link #distance} away counts as off the data; data units. For the rings 0.2. */
    double offBeyond();

    /**
     * Places the data surround without covering them: there the reconstruction error is small though no data are
     * near, and the curvature must tell (ring centres). Empty where a data set has none.
     */
    List<Position> hollows();

    /** Whether it is known how densely its points lie everywhere, so that {@link #logDensity} can be asked. */
    default boolean knowsDensity() {
        return false;
    }

    /**
     * The logarithm of the density by which points are drawn, all classes together, each with the same weight.
     *
     * @return ln of 1 / unit of area, nats; minus infinity where no point is ever drawn
     * @throws UnsupportedOperationException where it is not known
     */
    default double logDensity(double x, double y) {
        throw new UnsupportedOperationException("the density of these points is not known");
    }
}
