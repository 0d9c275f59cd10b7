package org.penumbra.live.rings.compare;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.data.Seeds;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.FitData;
import org.penumbra.fitting.PlaneFitData;
import org.penumbra.net.Evidence;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.PlaneSetup;

/**
 * The network of a moment, rebuilt from its numbers on the thread that compares, which owns it and works on it alone. The
 * network that is trained is not touched.
 */
final class NetworkCopy implements AutoCloseable {

    private PlaneMoment moment;
    private DenseNetwork network;
    private PointSet fresh;
    private PlaneMeasure measure;

    /** Of which run the network, the fresh points and the measure are. */
    private PlaneSetup built;

    private FitData data;
    private Set<Evidence.Part> dataParts = EnumSet.noneOf(Evidence.Part.class);

    PlaneMoment moment() {
        return moment;
    }

    /** Becomes the network of another moment. */
    void take(PlaneMoment newer) {
        if (newer.setup() != built && !newer.setup().equals(built)) {
            close();
            PlaneSetup setup = newer.setup();
            network = new DenseNetwork(2, newer.points().classes(), setup.network(), Activation.IDENTITY);
            fresh = PlaneFitData.fresh(setup.data(), newer.points(), new Seeds(setup.seed()).data());
            measure = new PlaneMeasure(newer);
            built = setup;
        }
        network.setParameters(newer.parameters());
        moment = newer;
        data = null;
    }

    PlaneMeasure measure() {
        return measure;
    }

    /** What detectors are fitted on. @param parts what all of them need */
    FitData fitData(Set<Evidence.Part> parts) {
        if (data == null || !dataParts.containsAll(parts)) {
            data = PlaneFitData.of(network, moment.points(), fresh, parts);
            dataParts = EnumSet.noneOf(Evidence.Part.class);
            dataParts.addAll(parts);
        }
        return data;
    }

    /** What the network says of a grid's cells. */
    Evidence evidence(Grid grid, Set<Evidence.Part> parts) {
        return network.evidence(grid.points(), grid.size(), parts);
    }

    /** Of some of the cells. @param points of all of them, x and y in turn */
    Evidence evidence(float[] points, int from, int rows, Set<Evidence.Part> parts) {
        float[] some = new float[2 * rows];
        System.arraycopy(points, 2 * from, some, 0, some.length);
        return network.evidence(some, rows, parts);
    }

    /** Numbers of the code of a place. */
    int codeWidth() {
        var hidden = built.network().hidden();
        return hidden.get(hidden.size() - 1);
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
            network = null;
            built = null;
            moment = null;
        }
    }
}
