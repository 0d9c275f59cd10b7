package org.penumbra.fooling.plane;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.descent.UpdateRule;
import org.penumbra.fooling.victim.DenseVictim;
import org.penumbra.fooling.victim.FoolingException;

/**
 * The attack in the plane: there is no generator, the point itself moves, so that {@code -ln y~_t} falls. For one thread;
 * step by step, so that a session may draw the path as it grows. The victim must stay open while it goes on.
 *
 * <p>Nothing keeps the point in any region: the scores of a classifier are often highest far out.
 */
public final class PlaneAttack {

    /** Where the direction comes from. */
    public enum Slopes {
        /** The network's gradient, with Gamma treated as a constant. */
        GRADIENT,
        /**
         * Central differences of the whole score, Gamma included. In a network of ReLUs Gamma is constant between kinks and
         * jumps at them, so there they add nothing to the gradient but jumps; with tanh they see it bend.
         */
        DIFFERENCES
    }

    /** Half the distance of a difference: float32 scores of a rounding error of 1e-7 give three digits of slope. */
    private static final double HALF_DISTANCE = 1e-3;

    private static final double[] NO_INPUT = {};

    private final DenseVictim victim;
    private final int target;
    private final Slopes slopes;
    private final double tau;
    private final int mostSteps;
    private final UpdateRule.Movement movement;
    private final double[] place;
    private final List<PlanePoint> path = new ArrayList<>();
    private Outcome outcome;

    /**
     * At the start; what the victim says there is on the path already.
     *
     * @param victim    of two inputs
     * @param target    the class to be faked
     * @param x         where the point starts
     * @param y         where the point starts
     * @param rule      how it moves
     * @param slopes    where to
     * @param tau       it succeeds when the target's score reaches this, in (0, 1]
     * @param mostSteps after which it has failed, at least 1
     */
    public PlaneAttack(
            DenseVictim victim,
            int target,
            double x,
            double y,
            UpdateRule rule,
            Slopes slopes,
            double tau,
            int mostSteps) {
        if (victim.dimensions() != 2) {
            throw new IllegalArgumentException(
                    "expected a victim of the plane, but its inputs have " + victim.dimensions() + " numbers");
        }
        new FoolingSettings(List.of(target), 1, tau, mostSteps, 0).checkTargets(victim.classes());
        this.victim = victim;
        this.target = target;
        this.slopes = slopes;
        this.tau = tau;
        this.mostSteps = mostSteps;
        place = new double[] {x, y};
        movement = rule.begin(NO_INPUT, 2);
        arrive();
    }

    /**
     * Moves the point once.
     *
     * @return whether it goes on
     * @throws FoolingException when a score is not a number
     */
    public boolean step() {
        if (outcome == Outcome.RUNNING) {
            movement.step(place, slopes == Slopes.GRADIENT ? gradient() : differences());
            arrive();
        }
        return outcome == Outcome.RUNNING;
    }

    private void arrive() {
        double score =
                Math.exp(victim.fullLogScores(new float[] {(float) place[0], (float) place[1]}, new int[] {target})[0]);
        if (Double.isNaN(score)) {
            throw new FoolingException("the victim's score at (" + place[0] + ", " + place[1]
                    + ") is not a number after " + path.size() + " steps; try a smaller learning rate");
        }
        path.add(new PlanePoint(path.size(), place[0], place[1], score));
        outcome = score >= tau ? Outcome.FOOLED : path.size() > mostSteps ? Outcome.FAILED : Outcome.RUNNING;
    }

    private double[] gradient() {
        float[] slope = victim.judgeWithGradient(
                        new float[] {(float) place[0], (float) place[1]}, new int[] {target}, 1)
                .gradients();
        return new double[] {slope[0], slope[1]};
    }

    private double[] differences() {
        float left = (float) (place[0] - HALF_DISTANCE);
        float right = (float) (place[0] + HALF_DISTANCE);
        float below = (float) (place[1] - HALF_DISTANCE);
        float above = (float) (place[1] + HALF_DISTANCE);
        float x = (float) place[0];
        float y = (float) place[1];
        double[] score = victim.fullLogScores(
                new float[] {left, y, right, y, x, below, x, above}, new int[] {target, target, target, target});
        return new double[] {
            (score[0] - score[1]) / ((double) right - left), (score[2] - score[3]) / ((double) above - below)
        };
    }

    /** How it stands. */
    public Outcome outcome() {
        return outcome;
    }

    /** The class to be faked. */
    public int target() {
        return target;
    }

    /** All places so far, the start first; a copy. */
    public List<PlanePoint> path() {
        return List.copyOf(path);
    }

    /** Where the point is. */
    public PlanePoint now() {
        return path.get(path.size() - 1);
    }
}
