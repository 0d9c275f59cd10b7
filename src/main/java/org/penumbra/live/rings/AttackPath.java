package org.penumbra.live.rings;

import java.util.List;

/**
 * How far one point of an attack has come.
 *
 * @param attacked  what it raises
 * @param outcome   whether it goes on, or why not
 * @param reachedAt the first step at which what it raises was at least tau, or {@link #NEVER}
 * @param points    the whole path, the start first, one a step; empty only where the network has no score at the start
 */
public record AttackPath(Attacked attacked, Outcome outcome, int reachedAt, List<AttackPoint> points) {

    /** Tau was not reached. */
    public static final int NEVER = -1;

    /** What a point raises. */
    public enum Attacked {
        /** The class probability, as if there were no confidence. */
        PREDICTION,
        /** The scaled output: the probability times the confidence. */
        SCALED;

        /** It, at a point: y or y~ of the target, 0 to 1. */
        public double at(AttackPoint point) {
            return this == PREDICTION ? point.probability() : point.scaled();
        }
    }

    /** How it stands with a point. */
    public enum Outcome {
        /** It moves. */
        WALKING,
        /** Its score is as good as 1, so it has no reason to go farther. */
        SURE,
        /** Its score hardly grew for two seconds, or it walked as far as it may. */
        SETTLED,
        /** It was told to stop, or the attack broke off. */
        STOPPED
    }

    public AttackPath {
        points = List.copyOf(points);
    }

    /** Where it is. */
    public AttackPoint end() {
        return points.get(points.size() - 1);
    }

    /** What it raises, where it is: y or y~ of the target, 0 to 1. */
    public double score() {
        return attacked.at(end());
    }

    /** Whether tau was reached on the way. */
    public boolean reached() {
        return reachedAt != NEVER;
    }
}
