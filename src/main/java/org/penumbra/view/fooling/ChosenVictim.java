package org.penumbra.view.fooling;

import org.penumbra.confidence.ImageMetrics;
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

    boolean reconstructs() {
        return model.doubts();
    }

    int classes() {
        return model.settings().classes();
    }

    /**
     * The victim with its alpha calibrated.
     *
     * @param beta of no account without a decoder
     * @throws IllegalArgumentException if it reconstructs, but cannot be calibrated
     */
    AttackedModel calibrated(double tau, double kappa, double beta) {
        return reconstructs()
                ? new AttackedModel(name(), model, ImageMetrics.alpha(model, tau, kappa), beta)
                : new AttackedModel(name(), model, 0, 0);
    }
}
