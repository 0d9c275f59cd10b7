package org.penumbra.live.fooling;

import java.util.List;
import org.penumbra.fooling.Trial;

/**
 * An attack so far, for files: how every trial stands, and the way of those that are shown.
 *
 * @param plan    what was attempted
 * @param victims one a victim, in the plan's order
 */
public record FoolingRecording(FoolingPlan plan, List<OfVictim> victims) {

    /**
     * What was recorded of one victim; nothing where the attack cannot be made on it.
     *
     * @param trials all trials, in order
     * @param images key images of the trials that are shown, each from its first step on; at most
     *               {@value KeyImages#MOST} and the last one
     */
    public record OfVictim(List<Trial> trials, List<List<KeyImage>> images) {

        public OfVictim {
            trials = List.copyOf(trials);
            images = images.stream().map(List::copyOf).toList();
        }
    }

    public FoolingRecording {
        victims = List.copyOf(victims);
    }
}
