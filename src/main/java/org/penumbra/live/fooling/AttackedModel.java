package org.penumbra.live.fooling;

import org.penumbra.detector.Fitted;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageModel;

/**
 * A model to be attacked.
 *
 * @param name   how the plan calls it
 * @param model  its weights
 * @param fitted what says "I don't know" of its outputs; must not need errors of a model without a decoder
 */
public record AttackedModel(String name, ImageModel model, Fitted fitted) {

    public AttackedModel {
        if (fitted.needs().contains(Evidence.Part.ERRORS) && !model.doubts()) {
            throw new IllegalArgumentException(
                    name + ": expected a detector that needs no decoder, as this model has none, " + "but got "
                            + fitted.about().name());
        }
    }

    /** Whether an attack can be made on it: one by gradient needs a detector that has one. */
    public boolean suits(Attack attack) {
        return !attack.needsGradient() || fitted.hasGradient();
    }

    /** What counts as fooled, for an attack of this tau. */
    public Threshold threshold(double tau) {
        return Threshold.of(fitted.about(), tau);
    }

    /** Sensitivity to the reconstruction error; 0 where there is none. */
    public double alpha() {
        return fitted.about().value("alpha").orElse(0);
    }

    /** Sensitivity to positive curvature; 0 where there is none. */
    public double beta() {
        return fitted.about().value("beta").orElse(0);
    }
}
