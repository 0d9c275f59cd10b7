package org.penumbra.detector.svm;

/**
 * The two parallel planes of a class, and where pressures move them. A plane at a training score moves by half a step for a
 * pressure of 1, away from the class's middle; which step that is, its surroundings on the line of scores decide when it is
 * found, so that a pressure can be changed without looking at the scores again.
 *
 * @param near      score of the plane towards the other classes, without pressure
 * @param far       score of the plane beyond the class, without pressure; above {@code near}
 * @param nearStep  how far a pressure of 1 moves the near plane down, at least 0, units of the score
 * @param farStep   how far a pressure of 1 moves the far plane up, at least 0
 * @param needed    d+, width that all training inputs of the class need, above 0
 * @param risk      of the planes without pressure on the training inputs, at least 4
 */
public record SlabPlanes(double near, double far, double nearStep, double farStep, double needed, double risk) {

    public SlabPlanes {
        if (!(near < far && nearStep >= 0 && farStep >= 0 && needed > 0)) {
            throw new IllegalArgumentException(
                    "planes: expected near below far, steps of at least 0 and a width above 0, " + "but got " + near
                            + ", " + far + ", " + nearStep + ", " + farStep + " and " + needed);
        }
    }

    /** The near plane under a pressure: above 0 it generalizes, below 0 it specializes. */
    public double near(double pressure) {
        return near - pressure * nearStep;
    }

    /** The far plane under a pressure. */
    public double far(double pressure) {
        return far + pressure * farStep;
    }

    /**
     * How far inside two planes a score lies, as a share of their distance: {@code min(s - A, Omega - s) / (Omega - A)}, at
     * most 1/2, above 0 inside. Planes that pressures have pushed past each other hold nothing.
     */
    public static double depth(double score, double near, double far) {
        return Math.min(score - near, far - score) / SlabRisk.width(near, far);
    }

    /** {@code w/d+ + d+/w}, the open-space risk of the slab under pressures: 2 where it is as wide as the class needs. */
    public double openSpace(double nearPressure, double farPressure) {
        double width = SlabRisk.width(near(nearPressure), far(farPressure));
        return width / needed + needed / width;
    }
}
