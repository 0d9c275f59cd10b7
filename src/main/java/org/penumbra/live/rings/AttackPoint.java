package org.penumbra.live.rings;

/**
 * A place on the path of an attack, with what the network said there when the point came by.
 *
 * @param step         steps taken to it
 * @param trainingStep training steps the network had behind it
 * @param x            to the right, data units
 * @param y            upwards, data units
 * @param probability  y of the target, 0 to 1
 * @param scaled       y~ of the target, Gamma included, 0 to 1
 */
public record AttackPoint(int step, long trainingStep, double x, double y, double probability, double scaled) {}
