package org.penumbra.net.plane;

import org.penumbra.data.SettingProblem;

/**
 * When a training run in the plane ends by itself. It says nothing of what is trained: a run that ends early has the weights
 * that a longer one had at that step.
 *
 * @param steps    training steps after which it ends, 1 to {@link #MOST_STEPS}; 0 for no such end
 * @param patience it ends when the mean loss of so many steps, {@link #LEAST_PATIENCE} to {@link #MOST_PATIENCE}, is not at
 *                 least {@link #PART} below the lowest of the stretches before it; 0 for no such end
 */
public record PlaneStop(int steps, int patience) {

    /** It never ends by itself. */
    public static final PlaneStop NEVER = new PlaneStop(0, 0);

    /** Most training steps. */
    public static final int MOST_STEPS = 10_000_000;
    /** Fewest steps whose mean loss says something: batches differ from each other. */
    public static final int LEAST_PATIENCE = 10;
    /** Most steps of a stretch. */
    public static final int MOST_PATIENCE = 1_000_000;
    /** The part of itself by which the mean loss must fall from the best stretch to the next to be called falling. */
    public static final double PART = 0.01;

    public PlaneStop {
        if (steps < 0 || steps > MOST_STEPS) {
            throw new SettingProblem("steps to stop after", "1 to " + MOST_STEPS + ", or nothing", steps);
        }
        if (patience != 0 && (patience < LEAST_PATIENCE || patience > MOST_PATIENCE)) {
            throw new SettingProblem(
                    "steps without a lower loss to stop after",
                    LEAST_PATIENCE + " to " + MOST_PATIENCE + ", or nothing",
                    patience);
        }
    }

    /** Why a run ended by itself. */
    public enum Reason {
        /** So many steps were taken. */
        STEPS,
        /** The loss no longer fell. */
        SETTLED
    }

    /** The same with another number of steps; 0 for no such end. */
    public PlaneStop withSteps(int value) {
        return new PlaneStop(value, patience);
    }

    /** The same with another patience; 0 for no such end. */
    public PlaneStop withPatience(int value) {
        return new PlaneStop(steps, value);
    }
}
