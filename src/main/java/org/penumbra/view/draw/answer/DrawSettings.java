package org.penumbra.view.draw.answer;

import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.net.image.ImageModel;

/**
 * What turns the answers of several models into verdicts. Each autoencoder has a scale of errors of its own; so alpha is
 * either calibrated, for every model on its own held-out images, or one number for all.
 *
 * @param calibrated whether alpha follows from tau, kappa and the model
 * @param kappa      allowance of the calibration, at least 1
 * @param alpha      the one alpha of all models; while calibrated only what a slider shows. At least 0
 * @param beta       sensitivity to positive curvature, at least 0
 * @param tau        threshold on the scaled outputs, in (0, 1]
 */
public record DrawSettings(boolean calibrated, double kappa, double alpha, double beta, double tau) {

    public DrawSettings {
        // They refuse what is out of range.
        new Calibration.ByKappa(kappa);
        new ConfidenceSettings(alpha, beta, tau);
    }

    /** What the lab starts with: every model calibrated. */
    static DrawSettings standard() {
        return new DrawSettings(true, Defaults.KAPPA, 0, Defaults.BETA, Defaults.TAU);
    }

    /** How alpha is chosen. */
    Calibration calibration() {
        return calibrated ? new Calibration.ByKappa(kappa) : new Calibration.Fixed(alpha);
    }

    /**
     * What holds for one model. Alpha and beta are 0 for a model without a decoder, which has no confidence.
     *
     * @throws org.penumbra.confidence.CalibrationException when the model cannot be calibrated, with the reason
     */
    public ConfidenceSettings of(ImageModel model) {
        return calibration().of(model, beta, tau);
    }

    /** Whether there is an alpha for the model; if not, {@link #of} says why. */
    public boolean suits(ImageModel model) {
        return calibration().suits(model);
    }

    /** One alpha for all models. */
    DrawSettings withAlpha(double value) {
        return new DrawSettings(false, kappa, value, beta, tau);
    }

    /** Calibrated, or not, with the alpha that was seen last. */
    DrawSettings withCalibrated(boolean value) {
        return new DrawSettings(value, kappa, alpha, beta, tau);
    }

    /** Another allowance; it says how to calibrate, so it calibrates. */
    DrawSettings withKappa(double value) {
        return new DrawSettings(true, value, alpha, beta, tau);
    }

    /** The same with another beta. */
    DrawSettings withBeta(double value) {
        return new DrawSettings(calibrated, kappa, alpha, value, tau);
    }

    /** The same with another tau. */
    DrawSettings withTau(double value) {
        return new DrawSettings(calibrated, kappa, alpha, beta, value);
    }

    /** The same, while a slider shows this alpha of a calibrated model. */
    DrawSettings showing(double value) {
        return new DrawSettings(calibrated, kappa, value, beta, tau);
    }
}
