package org.penumbra.command.option;

import org.penumbra.command.console.CommandFailure;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.CalibrationException;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.net.image.ImageModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how sensitive the confidence is to the reconstruction error: alpha itself, or by calibration. */
public final class AlphaOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--kappa",
            paramLabel = "K",
            description =
                    "How alpha is calibrated: an image whose reconstruction error is K times the 99 %% quantile of "
                            + "held-out training images just reaches tau when y is sure. At least 1; "
                            + (int) Defaults.KAPPA
                            + " unless told otherwise.")
    private Double kappa;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Sensitivity to the reconstruction error, at least 0, instead of a calibrated one.")
    private Double alpha;

    /** Refuses numbers out of range, and both options at once, as wrong use. */
    public void check() {
        if (kappa != null && alpha != null) {
            throw wrong("--kappa and --alpha: expected one of them, as kappa only serves to find alpha");
        }
        if (kappa != null) {
            Ranges.require(
                    spec, "--kappa", kappa >= 1 && Double.isFinite(kappa), "a finite number of at least 1", kappa);
        }
        if (alpha != null) {
            Ranges.require(
                    spec,
                    "--alpha",
                    ConfidenceSettings.ALPHA.contains(alpha),
                    ConfidenceSettings.ALPHA.expectation(),
                    alpha);
        }
    }

    /** The calibration that was chosen, or the one that stands where nobody chose. */
    public Calibration calibration() {
        return alpha != null
                ? new Calibration.Fixed(alpha)
                : kappa != null ? new Calibration.ByKappa(kappa) : Calibration.standard();
    }

    /**
     * Alpha for a model with a decoder.
     *
     * @param name of the model, for messages
     * @param tau  threshold it is meant for, above 0, up to 1
     * @throws CommandFailure when the model cannot be calibrated
     */
    public double alpha(String name, ImageModel model, double tau) {
        try {
            return calibration().alpha(model, tau);
        } catch (CalibrationException cannot) {
            throw new CommandFailure(
                    name + ": alpha cannot be calibrated, as the model "
                            + (cannot.lack() == CalibrationException.Lack.HELD_OUT_IMAGES
                                    ? "knows no errors of held-out images"
                                    : "made next to no errors on held-out images")
                            + "; name it with --alpha"
                            + (GuestFacts.of(name, model).isPresent()
                                    ? ", or measure errors with \"penumbra guest " + name + " --images mnist\""
                                    : ""),
                    cannot);
        }
    }

    /**
     * Refuses, as wrong use, options for a model without a decoder, which has no confidence to be set.
     *
     * @param name  of the model, for messages
     * @param other a further option of the confidence that was given, or null
     */
    public void refuse(String name, String other) {
        String given = kappa != null ? "--kappa" : alpha != null ? "--alpha" : other;
        if (given != null) {
            throw wrong(given + ": " + name
                    + " has no decoder, so there is no confidence to be set; leave the option out or "
                    + "take a dae model");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
