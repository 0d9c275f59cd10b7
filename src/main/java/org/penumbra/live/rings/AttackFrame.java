package org.penumbra.live.rings;

import java.util.List;

/**
 * An attack in the plane as it stood at one moment.
 *
 * @param generation the run whose network is attacked, as in {@link RingsFrame}
 * @param plan       what was asked for
 * @param prediction the point that raises y alone
 * @param scaled     the point that raises y~
 * @param problem    why the attack broke off and what to try; empty otherwise
 */
public record AttackFrame(int generation, AttackPlan plan, AttackPath prediction, AttackPath scaled, String problem) {

    /** Both paths, that of y first. */
    public List<AttackPath> paths() {
        return List.of(prediction, scaled);
    }

    /** Whether one of the points still moves. */
    public boolean walking() {
        return paths().stream().anyMatch(path -> path.outcome() == AttackPath.Outcome.WALKING);
    }
}
