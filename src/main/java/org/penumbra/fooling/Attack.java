package org.penumbra.fooling;

import org.penumbra.fooling.victim.Victim;

/** A kind of attack, with its own settings. */
public sealed interface Attack permits GradientAttack, EvolutionAttack {

    /** Whether the victim must have a gradient. */
    boolean needsGradient();

    /**
     * Begins some trials.
     *
     * @throws org.penumbra.fooling.victim.FoolingException         if it needs a gradient that the victim does not have
     * @throws IllegalArgumentException if a target is no class of the victim
     */
    FoolingRun start(Victim victim, FoolingSettings settings);
}
