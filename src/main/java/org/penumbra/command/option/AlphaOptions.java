package org.penumbra.command.option;

import org.penumbra.command.console.CommandFailure;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.net.image.ImageModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how sensitive the confidence is: alpha itself or by calibration, and beta. */
public final class AlphaOptions {

    private static final double KAPPA = 2;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--kappa",
            paramLabel = "K",
            description = "How alpha is calibrated: an image whose reconstruction error "
                    + "is K times the 99 %% quantile of held-out training images just reaches tau when y is sure. At least 1; 2 unless "
                    + "told otherwise.")
    private Double kappa;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Sensitivity to the reconstruction error, at least 0, instead " + "of a calibrated one.")
    private Double alpha;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description = "Sensitivity to positive curvature, at least 0; 0, which leaves "
                    + "Gamma out, unless told otherwise.")
    private Double beta;

    /**
     * What was chosen.
     *
     * @param alpha at least 0; null for a model without a decoder
     * @param kappa at least 1; null where alpha was named or there is no decoder
     * @param beta  at least 0; null for a model without a decoder
     */
    public record Chosen(Double alpha, Double kappa, Double beta) {

        public double alphaOrNone() {
            return alpha == null ? 0 : alpha;
        }

        public double betaOrNone() {
            return beta == null ? 0 : beta;
        }
    }

    /**
     * The choice for a model.
     *
     * @param name of the model, for messages
     * @param tau  alpha is calibrated for, above 0, up to 1
     */
    public Chosen of(String name, ImageModel model, double tau) {
        check();
        if (!model.doubts()) {
            String given = kappa != null ? "--kappa" : alpha != null ? "--alpha" : beta != null ? "--beta" : null;
            if (given != null) {
                throw wrong(
                        given + ": " + name + " has no decoder, so there is no confidence to be set; leave the option "
                                + "out or take a dae model");
            }
            return new Chosen(null, null, null);
        }
        double curvature = beta == null ? 0 : beta;
        if (alpha != null) {
            return new Chosen(alpha, null, curvature);
        }
        float[] errors = model.heldOutErrors();
        if (errors.length == 0 || !(errors[ImageModel.INDEX_OF_99] > 0)) {
            throw new CommandFailure(name + ": alpha cannot be calibrated, as the model "
                    + (errors.length == 0 ? "knows no errors of held-out images" : "made no errors on held-out images")
                    + "; name it with --alpha");
        }
        double allowance = kappa == null ? KAPPA : kappa;
        return new Chosen(ImageMetrics.alpha(model, tau, allowance), allowance, curvature);
    }

    private void check() {
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
        if (beta != null) {
            Ranges.require(
                    spec,
                    "--beta",
                    ConfidenceSettings.BETA.contains(beta),
                    ConfidenceSettings.BETA.expectation(),
                    beta);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
