package org.penumbra.live.fooling;

/**
 * A point of a trial's curve.
 *
 * @param generation the attack, as in {@link FoolingStatus}
 * @param victim     index of the victim in the plan
 * @param trial      number of the trial
 * @param step       steps (or generations) taken
 * @param score      what is held against the victim's threshold after so many, in [0, 1], y~ of the target or the acceptance
 *                   of the answer; for evolved images of the best so far
 */
public record FoolingPoint(int generation, int victim, int trial, int step, double score) {}
