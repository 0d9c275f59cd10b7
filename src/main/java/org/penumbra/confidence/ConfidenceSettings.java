package org.penumbra.confidence;

/**
 * What turns a reconstruction error and a curvature into a confidence and a verdict. Nothing of it needs the network,
 * so a change repaints at once.
 *
 * @param alpha sensitivity to the reconstruction error, at least 0; 0 trusts every input
 * @param beta  sensitivity to positive curvature, at least 0; 0 switches Gamma off
 * @param tau   threshold on the scaled outputs, in (0, 1]; below it the answer is "unknown"
 */
public record ConfidenceSettings(double alpha, double beta, double tau) {

    public ConfidenceSettings {
        if (!(alpha >= 0) || !Double.isFinite(alpha)) {
            throw new IllegalArgumentException("alpha: expected a number of at least 0, but got " + alpha);
        }
        if (!(beta >= 0) || !Double.isFinite(beta)) {
            throw new IllegalArgumentException("beta: expected a number of at least 0, but got " + beta);
        }
        if (!(tau > 0 && tau <= 1)) {
            throw new IllegalArgumentException("tau: expected a number above 0 and at most 1, but got " + tau);
        }
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
