package org.penumbra.confidence;

import org.penumbra.data.Range;

/**
 * What turns a reconstruction error and a curvature into a confidence and a verdict. Nothing of it needs the network,
 * so a change repaints at once.
 *
 * @param alpha sensitivity to the reconstruction error, 0 to 1e6; 0 trusts every input
 * @param beta  sensitivity to positive curvature, 0 to 1e6; 0 switches Gamma off
 * @param tau   threshold on the scaled outputs, in (0, 1]; below it the answer is "unknown"
 */
public record ConfidenceSettings(double alpha, double beta, double tau) {

    /** Sensitivities to the reconstruction error. */
    public static final Range ALPHA = Range.of(0, 1e6);
    /** Sensitivities to the curvature. */
    public static final Range BETA = Range.of(0, 1e6);
    /** Thresholds. */
    public static final Range TAU = Range.above(0, 1);

    public ConfidenceSettings {
        ALPHA.require("alpha", alpha);
        BETA.require("beta", beta);
        TAU.require("tau", tau);
    }

    /** The same with another alpha. */
    public ConfidenceSettings withAlpha(double value) {
        return new ConfidenceSettings(value, beta, tau);
    }

    /** The same with another beta. */
    public ConfidenceSettings withBeta(double value) {
        return new ConfidenceSettings(alpha, value, tau);
    }

    /** The same with another tau. */
    public ConfidenceSettings withTau(double value) {
        return new ConfidenceSettings(alpha, beta, value);
    }
}
