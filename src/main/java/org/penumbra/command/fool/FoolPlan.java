package org.penumbra.command.fool;

import org.penumbra.command.option.AlphaOptions;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.net.image.ImageModel;

/**
 * An attack that is about to be made.
 *
 * @param name     of the model, as it was typed
 * @param model    the victim
 * @param protocol its name
 * @param attack   how
 * @param settings what the trials attempt
 * @param alpha    how sensitive the confidence is
 */
record FoolPlan(
        String name,
        ImageModel model,
        String protocol,
        Attack attack,
        FoolingSettings settings,
        AlphaOptions.Chosen alpha) {}
