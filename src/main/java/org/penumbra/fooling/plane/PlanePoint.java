package org.penumbra.fooling.plane;

/**
 * A place on the path of a {@link PlaneAttack}.
 *
 * @param step  steps taken to it
 * @param x     to the right, units of the data
 * @param y     upwards, units of the data
 * @param score {@code y~} of the target there, Gamma included, in [0, 1]
 */
public record PlanePoint(int step, double x, double y, double score) {}
