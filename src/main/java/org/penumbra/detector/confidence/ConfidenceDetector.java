package org.penumbra.detector.confidence;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitException;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * The paper's confidence: the classifier's outputs times c~, which falls with the reconstruction error of a denoising
 * autoencoder and, with beta above 0, with the curvature of its reconstruction. Source: G. Spigler, "Denoising Autoencoders
 * for Overgeneralization in Neural Networks", TPAMI 2019.
 *
 * @param calibration how alpha is found
 * @param beta        sensitivity to positive curvature, at least 0; 0 leaves Gamma out
 * @param tau         threshold that alpha is calibrated for, in (0, 1]
 */
public record ConfidenceDetector(Calibration calibration, double beta, double tau) implements Detector {

    private static final double QUANTILE = 0.99;

    /** How alpha is found rather than alpha itself, which is known once it is fitted. */
    @Override
    public Description about() {
        Description.Setting how;
        if (calibration instanceof Calibration.ByKappa by) {
            how = new Description.Setting("kappa", Calibration.ByKappa.KAPPA, by.kappa());
        } else {
            how = new Description.Setting("alpha", ConfidenceSettings.ALPHA, ((Calibration.Fixed) calibration).alpha());
        }
        return FittedConfidence.describe(
                how,
                new Description.Setting("beta", ConfidenceSettings.BETA, beta),
                new Description.Setting("tau", ConfidenceSettings.TAU, tau));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS);
    }

    /** Finds alpha by the 99 % quantile of the errors; the labels are of no account. */
    @Override
    public Fitted fit(Evidence known, int[] labels) {
        FitException.require(this, known);
        double quantile = ImageMetrics.quantile(known.errors(), QUANTILE);
        double alpha = calibration.alpha(quantile, known.dimensions(), tau);
        return new FittedConfidence(known.dimensions(), known.classes(), known.omega(), alpha, beta);
    }
}
