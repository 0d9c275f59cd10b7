package org.penumbra.detector.confidence;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
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

    /** For the catalogue: with alpha found by kappa. */
    public static final DetectorKind KIND = DetectorKind.of(
            new ConfidenceDetector(new Calibration.ByKappa(Defaults.KAPPA), Defaults.WITHOUT_GAMMA, Defaults.TAU),
            chosen -> new ConfidenceDetector(
                    new Calibration.ByKappa(chosen.number("kappa")), chosen.number("beta"), chosen.number("tau")),
            FittedConfidence::of);

    private static final double QUANTILE = 0.99;

    /** How alpha is found rather than alpha itself, which is known once it is fitted. */
    @Override
    public Description about() {
        Description.Setting how;
        if (calibration instanceof Calibration.ByKappa by) {
            how = new Description.Setting(
                    "kappa",
                    "\u03ba",
                    "accepts larger reconstruction errors, in units of the 99 % quantile of those of known inputs",
                    Calibration.ByKappa.KAPPA,
                    Description.Scale.LINEAR,
                    by.kappa());
        } else {
            how = FittedConfidence.alpha(((Calibration.Fixed) calibration).alpha());
        }
        return FittedConfidence.describe(
                how,
                FittedConfidence.beta(beta),
                new Description.Setting(
                        "tau",
                        "\u03c4",
                        "asks for a surer answer; alpha is found for this threshold",
                        ConfidenceSettings.TAU,
                        Description.Scale.LINEAR,
                        tau));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS);
    }

    /** Finds alpha by the 99 % quantile of the held-out errors; the labels are of no account. */
    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        Evidence known = data.heldOut();
        double quantile = ImageMetrics.quantile(known.errors(), QUANTILE);
        double alpha = calibration.alpha(quantile, known.dimensions(), tau);
        return new FittedConfidence(known.dimensions(), known.classes(), known.omega(), alpha, beta);
    }
}
