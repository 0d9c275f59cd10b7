package org.penumbra.view.fooling;

import org.penumbra.confidence.Calibration;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.shell.ModelEntry;

/**
 * A chosen victim, read and ready.
 *
 * @param entry where it comes from
 * @param model its weights
 */
record ChosenVictim(ModelEntry entry, ImageModel model) {

    String name() {
        return entry.name();
    }

    int classes() {
        return model.settings().classes();
    }

    /**
     * The victim with the detector it brings along, its alpha found.
     *
     * @param beta of no account without a decoder
     * @throws org.penumbra.confidence.CalibrationException if it has a decoder, but cannot be calibrated
     */
    AttackedModel calibrated(Calibration calibration, double beta, double tau) {
        return new AttackedModel(name(), model, ModelDetectors.of(model, calibration, beta, tau));
    }
}
