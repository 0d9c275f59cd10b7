package org.penumbra.data.plane;

import java.util.List;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;

/** What is asked of a list of centres, one a class. */
final class Centres {

    private Centres() {}

    /** An unchangeable copy, or a {@link SettingProblem} that names what they are the centres of. */
    static List<Position> check(String of, List<Position> centres) {
        if (centres.isEmpty() || centres.size() > PlaneData.MOST_CLASSES) {
            throw new SettingProblem("centres of the " + of, "1 to " + PlaneData.MOST_CLASSES, centres.size());
        }
        for (Position centre : centres) {
            PlaneData.COORDINATE.require("x of a centre of the " + of, centre.x());
            PlaneData.COORDINATE.require("y of a centre of the " + of, centre.y());
        }
        return List.copyOf(centres);
    }
}
