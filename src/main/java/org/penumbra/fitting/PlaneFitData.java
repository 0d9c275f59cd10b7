package org.penumbra.fitting;

import java.util.Set;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.FitData;
import org.penumbra.net.Evidence;
import org.penumbra.net.plane.DenseNetwork;

/**
 * What detectors of a network of the plane are fitted on: what it says of its training points, and of as many fresh ones of
 * the same data. Points that somebody painted or read from a file cannot be drawn afresh; then the training points serve for
 * both.
 */
public final class PlaneFitData {

    /** Added to the seed of the training points, so that the fresh ones are others. */
    private static final long FRESH = 7919;

    private PlaneFitData() {}

    /**
     * Asks the network about points.
     *
     * @param network with a class head
     * @param points  it is trained on
     * @param seed    they were drawn with
     */
    public static FitData of(DenseNetwork network, PlaneData data, PointSet points, long seed) {
        PointSet fresh = fresh(data, points, seed);
        return new FitData(
                network.evidence(points.points(), points.size()),
                points.labels(),
                network.evidence(fresh.points(), fresh.size()),
                fresh.labels());
    }

    /**
     * Points of the same data as those of a training, but others.
     *
     * @param points it is trained on
     * @param seed   they were drawn with
     */
    public static PointSet fresh(PlaneData data, PointSet points, long seed) {
        return data.sample(points.size(), seed + FRESH);
    }

    /**
     * Some parts alone of what the network says, on the calling thread.
     *
     * @param network with a class head
     * @param points  it is trained on
     * @param fresh   {@link #fresh} points
     * @param parts   what the detector needs
     */
    public static FitData of(DenseNetwork network, PointSet points, PointSet fresh, Set<Evidence.Part> parts) {
        return new FitData(
                network.evidence(points.points(), points.size(), parts),
                points.labels(),
                network.evidence(fresh.points(), fresh.size(), parts),
                fresh.labels());
    }
}
