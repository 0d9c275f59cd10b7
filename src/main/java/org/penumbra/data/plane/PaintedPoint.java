package org.penumbra.data.plane;

import org.penumbra.data.SettingProblem;

/**
 * A point painted by hand.
 *
 * @param x     data units, within {@link PlaneData#COORDINATE}
 * @param y     likewise
 * @param label its class, 0 to {@link PlaneData#MOST_CLASSES} - 1
 */
public record PaintedPoint(float x, float y, int label) {

    public PaintedPoint {
        PlaneData.COORDINATE.require("x of a painted point", x);
        PlaneData.COORDINATE.require("y of a painted point", y);
        if (label < 0 || label >= PlaneData.MOST_CLASSES) {
            throw new SettingProblem("class of a painted point", "0 to " + (PlaneData.MOST_CLASSES - 1), label);
        }
    }
}
