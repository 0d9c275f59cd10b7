package org.penumbra.data.plane;

/**
 * A ring, or a sector of one, in which points are uniform by area.
 *
 * @param inner radius, data units, at least 0
 * @param outer radius, data units, greater than {@code inner}
 * @param angle that the sector spans, radians, 2 pi for a whole ring
 */
record Annulus(double inner, double outer, double angle) {

    /** Points are kept in single precision, which may put one on the rim beside it. */
    private static final double ROUNDING = 1e-6;

    /** Density in it, 1 / unit of area. */
    double density() {
        return 2 / (angle * (outer * outer - inner * inner));
    }

    /** Whether a place so far from the centre lies between the two radii. */
    boolean holds(double radius) {
        return radius >= inner * (1 - ROUNDING) && radius <= outer * (1 + ROUNDING);
    }

    /** Whether a height above the sector's straight edge is on its side. */
    boolean above(double height) {
        return height >= -ROUNDING * outer;
    }
}
