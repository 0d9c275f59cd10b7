package org.penumbra.detector.confidence;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.confidence.Calibration;
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

    @Override
    public Description about() {
        return FittedConfidence.describe(
                calibration instanceof Calibration.Fixed fixed ? fixed.alpha() : Double.NaN, beta);
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
