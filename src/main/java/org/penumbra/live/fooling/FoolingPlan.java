package org.penumbra.live.fooling;

import java.util.List;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.FoolingSettings;

/**
 * The same attack on several models. Trial i of every model starts from the same generator, as its seed depends on the
 * plan's seed and on i alone.
 *
 * @param protocol the attack's name in files and messages
 * @param attack   what is done
 * @param victims  1 to {@value #MOST_VICTIMS} models, all of which know the targets; those that the attack does not suit are
 *                 left alone
 * @param settings targets, trials, tau (of the victims whose scores are held against it), most steps, seed; the first trial of each target is shown
 */
public record FoolingPlan(String protocol, Attack attack, List<AttackedModel> victims, FoolingSettings settings) {

    /** Most models side by side. */
    public static final int MOST_VICTIMS = 4;

    /** @throws IllegalArgumentException if there are too many models or none, or one does not know a target */
    public FoolingPlan {
        victims = List.copyOf(victims);
        if (victims.isEmpty() || victims.size() > MOST_VICTIMS) {
            throw new IllegalArgumentException(
                    "victims: expected 1 to " + MOST_VICTIMS + " models, but got " + victims.size());
        }
        for (AttackedModel victim : victims) {
            int classes = victim.model().shape().classes();
            for (int target : settings.targets()) {
                if (target < 0 || target >= classes) {
                    throw new IllegalArgumentException("target: expected a class from 0 to " + (classes - 1) + ", as "
                            + victim.name() + " has " + classes + " classes, but got " + target);
                }
            }
        }
    }

    /** How many trials are shown: the first of each target. */
    public int shown() {
        return Math.min(settings.trials(), settings.targets().size());
    }
}
