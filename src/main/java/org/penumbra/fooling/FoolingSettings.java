package org.penumbra.fooling;

import java.util.List;
import org.penumbra.confidence.ConfidenceSettings;

/**
 * What some independent trials attempt.
 *
 * @param targets   the classes to be faked, at least one; trial i attempts number {@code i mod targets.size()}
 * @param trials    how many, 1 to 10 000
 * @param tau       a trial succeeds when its target's score reaches this, in (0, 1]; of no account to victims with a
 *                  {@link org.penumbra.fooling.victim.Threshold} of their own
 * @param mostSteps steps of gradient descent, or generations, after which a trial has failed, 1 to 10 million
 * @param seed      each trial draws from an item of the seed's stream of attacks, so that it is the same whatever other
 *                  trials run beside it
 */
public record FoolingSettings(List<Integer> targets, int trials, double tau, int mostSteps, long seed) {

    /** Most trials. */
    public static final int MOST_TRIALS = 10_000;
    /** Most steps. */
    public static final int MOST_STEPS = 10_000_000;

    public FoolingSettings {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets: expected at least one class, but got none");
        }
        check("trials", trials, MOST_TRIALS);
        check("most steps", mostSteps, MOST_STEPS);
        ConfidenceSettings.TAU.require("tau", tau);
    }

    private static void check(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + ": expected 1 to " + most + ", but got " + value);
        }
    }

    /** The class a trial attempts. */
    public int target(int trial) {
        return targets.get(trial % targets.size());
    }

    /** Refuses targets that a victim does not know. */
    public void checkTargets(int classes) {
        for (int target : targets) {
            if (target < 0 || target >= classes) {
                throw new IllegalArgumentException(
                        "target: expected a class from 0 to " + (classes - 1) + ", but got " + target);
            }
        }
    }
}
