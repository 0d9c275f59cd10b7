package org.penumbra.live.fooling;

import java.util.List;

/**
 * What an attack shows of one moment: immutable, the newest replaces older ones.
 *
 * @param generation as in {@link FoolingStatus}
 * @param plan       what is attempted
 * @param step       steps taken
 * @param victims    one a victim, in the plan's order
 */
public record FoolingFrame(int generation, FoolingPlan plan, long step, List<VictimFrame> victims) {

    public FoolingFrame {
        victims = List.copyOf(victims);
    }
}
