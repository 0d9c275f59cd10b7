package org.penumbra.live.fooling;

import java.util.List;

/**
 * How an attack on one victim stands.
 *
 * @param running   trials that go on
 * @param fooled    trials that reached the victim's threshold
 * @param failed    trials that had all their steps
 * @param meanSteps of the trials that fooled; NaN while there is none
 * @param trials    the trials that are shown: the first of each target, in order; none where the attack cannot be made
 */
public record VictimFrame(int running, int fooled, int failed, double meanSteps, List<TrialFrame> trials) {

    public VictimFrame {
        trials = List.copyOf(trials);
    }

    /** All trials. */
    public int all() {
        return running + fooled + failed;
    }
}
