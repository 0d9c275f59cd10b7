package org.penumbra.live.rings;

import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.fooling.descent.UpdateRule;
import org.penumbra.fooling.plane.PlaneAttack.Slopes;

/**
 * An attack in the plane: two points set out from the same place, one to raise y alone, one to raise the scaled outputs
 * y~, each for the same class.
 *
 * @param start      where both set out, data units
 * @param target     the class to be faked, 0 to k - 1 of the run's data
 * @param confidence alpha and beta of the scaled outputs; a score of tau counts as an answer
 * @param rule       how a point moves
 * @param slopes     where to: by the network's gradient, which treats Gamma as a constant, or by differences of the whole
 *                   score; for y alone they are the same
 */
public record AttackPlan(Position start, int target, ConfidenceSettings confidence, UpdateRule rule, Slopes slopes) {

    public AttackPlan {
        if (!Double.isFinite(start.x()) || !Double.isFinite(start.y())) {
            throw new IllegalArgumentException("start: expected finite coordinates, but got " + start);
        }
        if (target < 0) {
            throw new IllegalArgumentException("target: expected a class of at least 0, but got " + target);
        }
    }
}
