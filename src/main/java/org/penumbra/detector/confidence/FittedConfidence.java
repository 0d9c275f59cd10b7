package org.penumbra.detector.confidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.confidence.Confidence;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.Range;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.OutputScores;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/**
 * Scaled outputs, {@code s_k = y~_k = c~ y_k} with {@code c~ = exp(-alpha / D * ||r(x) - x||) * Gamma}.
 *
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class, 1 but for a network of competing outputs
 * @param alpha      sensitivity to the reconstruction error, at least 0
 * @param beta       sensitivity to positive curvature, at least 0; 0 leaves Gamma out
 */
public record FittedConfidence(int dimensions, int classes, int omega, double alpha, double beta) implements Fitted {

    /** In files and on the command line. */
    public static final String ID = "confidence";

    public FittedConfidence {
        if (!(alpha >= 0 && beta >= 0 && Double.isFinite(alpha) && Double.isFinite(beta))) {
            throw new IllegalArgumentException(
                    "alpha and beta: expected finite numbers of at least 0, but got " + alpha + " and " + beta);
        }
    }

    /**
     * With alpha and beta of some settings.
     *
     * @param omega units a class, 1 but for a network of competing outputs
     */
    public static FittedConfidence of(int dimensions, int classes, int omega, ConfidenceSettings settings) {
        return new FittedConfidence(dimensions, classes, omega, settings.alpha(), settings.beta());
    }

    @Override
    public Description about() {
        return describe(alpha(alpha), beta(beta));
    }

    static Description.Setting alpha(double value) {
        return new Description.Setting(
                "alpha",
                "\u03b1",
                "lets the confidence fall faster with the reconstruction error",
                ConfidenceSettings.ALPHA,
                Description.Scale.LOGARITHMIC,
                value);
    }

    static Description.Setting beta(double value) {
        return new Description.Setting(
                "beta",
                "\u03b2",
                "lets the confidence fall faster with positive curvature; 0 leaves Gamma out",
                ConfidenceSettings.BETA,
                Description.Scale.LINEAR,
                value);
    }

    static Description describe(Description.Setting... settings) {
        return new Description(
                ID,
                "the confidence",
                "c~ y",
                "the reconstruction error of a denoising autoencoder and the curvature of its reconstruction",
                "Spigler, TPAMI 2019",
                Defaults.TAU,
                List.of(settings));
    }

    @Override
    public Set<Evidence.Part> needs() {
        Set<Evidence.Part> parts = EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS);
        if (beta > 0) {
            parts.add(Evidence.Part.GAMMA);
        }
        return parts;
    }

    /** What the classifier's outputs say by themselves, which the confidence only ever lowers. */
    private OutputScores outputs() {
        return new OutputScores(about(), classes, omega);
    }

    @Override
    public Opinion judge(Evidence evidence) {
        Opinion opinion = outputs().judge(evidence);
        boolean bent = beta > 0 && evidence.has(Evidence.Part.GAMMA);
        for (int row = 0; row < evidence.count(); row++) {
            double error = evidence.errors()[row];
            double curvature = bent ? Confidence.curvatureFactor(evidence.gamma()[row], beta) : 1;
            double doubt = alpha / dimensions * error - Math.log(curvature);
            for (int k = row * classes; k < (row + 1) * classes; k++) {
                opinion.logScores()[k] -= doubt;
            }
            opinion.ranking()[row] -= doubt;
            opinion.acceptance()[row] = Math.min(1, Math.exp(opinion.ranking()[row]));
            opinion.factors()[row] = Confidence.withoutCurvature(error, dimensions, alpha);
        }
        return opinion;
    }

    @Override
    public FittedForm form() {
        return FittedForm.of(about(), dimensions, classes, omega);
    }

    /** From its form. */
    static FittedConfidence of(FittedForm form) {
        return new FittedConfidence(
                form.dimensions(),
                form.classes(),
                form.omega(),
                within(form, "alpha", ConfidenceSettings.ALPHA),
                within(form, "beta", ConfidenceSettings.BETA));
    }

    private static double within(FittedForm form, String name, Range range) {
        double value = form.number(name);
        if (!range.contains(value)) {
            throw new FormException(form.id(), name, range.expectation(), Double.toString(value));
        }
        return value;
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return new Reason.Factors(verdict(evidence, row, Defaults.TAU));
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    /**
     * The slope at the error is {@code alpha / D}. <em>Gamma is treated as a constant</em>: its slope would take second
     * derivatives of the network, and those of a ReLU network are 0 almost everywhere.
     */
    @Override
    public InputObjective objective(int[] targets) {
        InputObjective outputs = outputs().objective(targets);
        return (row, logits, at, error, gradient) -> {
            outputs.slopes(row, logits, at, error, gradient);
            return alpha / dimensions;
        };
    }

    /** With every factor of its own, so that one sees which of them keeps an answer back. */
    @Override
    public Verdict verdict(Evidence evidence, int row, double tau) {
        float[] scores = Arrays.copyOfRange(evidence.scores(), row * classes, (row + 1) * classes);
        double gamma = evidence.has(Evidence.Part.GAMMA) ? evidence.gamma()[row] : 0;
        return Verdict.of(scores, evidence.errors()[row], gamma, dimensions, new ConfidenceSettings(alpha, beta, tau));
    }
}
