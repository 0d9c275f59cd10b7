package org.penumbra.fitting;

import java.util.List;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.cool.Cool;
import org.penumbra.detector.density.TrueDensity;

/** The detectors that there is something to see of in the plane. */
public final class PlaneDetectors {

    private PlaneDetectors() {}

    /**
     * All that the catalogue has, in its order, but for COOL: the networks of the plane have one output a class, whose product
     * is the output itself.
     */
    public static List<DetectorKind> all() {
        return Detectors.all().stream()
                .filter(kind -> !kind.id().equals(Cool.ID))
                .toList();
    }

    /** The detector for points of some data: the true density is that of these data, all others are as they were. */
    public static Detector of(Detector detector, PlaneData data) {
        return detector instanceof TrueDensity ? new TrueDensity(data) : detector;
    }
}
