package org.penumbra.live.rings.compare;

import java.util.List;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.DetectorKind;
import org.penumbra.fitting.PlaneDetectors;

/** The kinds of detector that can be compared in the plane. */
public final class ComparedKinds {

    private ComparedKinds() {}

    /** All of them, in the order of menus. */
    public static List<DetectorKind> all() {
        return PlaneDetectors.all();
    }

    /** The one of a name, which must be among them. */
    public static DetectorKind of(String id) {
        return all().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SettingProblem("detector", "one that the plane has", id));
    }
}
