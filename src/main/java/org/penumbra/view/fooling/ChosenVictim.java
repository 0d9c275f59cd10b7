package org.penumbra.view.fooling;

import java.util.Optional;
import org.penumbra.confidence.Calibration;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.shell.ModelEntry;

/**
 * A chosen victim, read and ready.
 *
 * @param entry where it comes from
 * @param model its weights
 * @param other the detector in place of the one the model brings along; empty for that one
 */
record ChosenVictim(ModelEntry entry, ImageModel model, Optional<Fitted> other) {

    /** With the detector it brings along. */
    ChosenVictim(ModelEntry entry, ImageModel model) {
        this(entry, model, Optional.empty());
    }

    /** Of the model alone, or of model and detector; no two victims of an attack have the same. */
    String name() {
        return other.map(fitted -> entry.name() + ", " + fitted.about().name()).orElse(entry.name());
    }

    /** The detector's id. */
    String detector() {
        return other.map(fitted -> fitted.about().id()).orElseGet(() -> ModelDetectors.ownId(model));
    }

    /** Whether that is the same model with the same detector. */
    boolean isSame(ChosenVictim another) {
        return entry.equals(another.entry) && detector().equals(another.detector());
    }

    int classes() {
        return model.shape().classes();
    }

    /**
     * The victim with its detector; where that is the one it brings along, its alpha is found.
     *
     * @param beta of no account to another detector than the confidence
     * @throws org.penumbra.confidence.CalibrationException if alpha cannot be found
     */
    AttackedModel calibrated(Calibration calibration, double beta, double tau) {
        return new AttackedModel(
                name(), model, other.orElseGet(() -> ModelDetectors.of(model, calibration, beta, tau)));
    }
}
