package org.penumbra.command.fool;

import org.penumbra.command.option.NamedDetector;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.net.image.ImageModel;

/**
 * An attack that is about to be made.
 *
 * @param name       of the model, as it was typed
 * @param model      the victim
 * @param protocol   its name
 * @param attack     how
 * @param settings   what the trials attempt
 * @param confidence alpha and beta of the victim, both 0 without a decoder, and tau
 * @param kappa      by which alpha was calibrated; null where alpha was named or there is no decoder
 * @param detector   that is attacked with the model; null for its own
 */
record FoolPlan(
        String name,
        ImageModel model,
        String protocol,
        Attack attack,
        FoolingSettings settings,
        ConfidenceSettings confidence,
        Double kappa,
        NamedDetector detector) {}
