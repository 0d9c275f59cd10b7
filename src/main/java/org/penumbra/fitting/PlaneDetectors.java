package org.penumbra.fitting;

import java.util.List;
import java.util.Set;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.confidence.RelativeError;
import org.penumbra.detector.cool.Cool;
import org.penumbra.detector.density.TrueDensity;

/** The detectors that there is something to see of in the plane. */
public final class PlaneDetectors {

    private static final Set<String> OF_IMAGES = Set.of(Cool.ID, RelativeError.ID);

    private PlaneDetectors() {}

    /**
     * All that the catalogue has, in its order, but for two. The networks of the plane have one output a class, whose product is
     * the output itself, so there is no COOL. And the length of a point says where the origin lies, not how much there is to give
     * back, so there is no relative error.
     */
    public static List<DetectorKind> all() {
        return Detectors.all().stream()
                .filter(kind -> !OF_IMAGES.contains(kind.id()))
                .toList();
    }

    /** The detector for points of some data: the true density is that of these data, all others are as they were. */
    public static Detector of(Detector detector, PlaneData data) {
        return detector instanceof TrueDensity ? new TrueDensity(data) : detector;
    }
}
