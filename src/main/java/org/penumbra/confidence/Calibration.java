package org.penumbra.confidence;

import org.penumbra.data.Range;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * How alpha, the sensitivity to the reconstruction error, is chosen for a model. Every place that needs an alpha asks here;
 * what is taken where nobody chose stands in {@link Defaults}.
 */
public sealed interface Calibration {

    /**
     * Alpha for a model with a decoder.
     *
     * @param tau threshold it is meant for, above 0, up to 1
     * @return at least 0
     * @throws CalibrationException when it cannot be found for this model
     */
    double alpha(ImageModel model, double tau);

    /**
     * Alpha by the size of a network's errors.
     *
     * @param quantile   the 99 % quantile of ||r(x) - x|| over held-out inputs, above 0
     * @param dimensions D, numbers an input
     * @param tau        threshold it is meant for, above 0, up to 1
     * @return at least 0
     */
    double alpha(double quantile, int dimensions, double tau);

    /** Whether {@link #alpha(ImageModel, double)} can be asked of every threshold; a model without a decoder needs none, so it suits. */
    boolean suits(ImageModel model);

    /**
     * What holds for a model: alpha by this calibration, and beta and tau as they are. Alpha and beta are 0 for a model
     * without a decoder, which has no confidence.
     *
     * @param beta sensitivity to positive curvature, at least 0
     * @param tau  threshold, above 0, up to 1
     * @throws CalibrationException when alpha cannot be found for this model
     */
    default ConfidenceSettings of(ImageModel model, double beta, double tau) {
        return model.doubts()
                ? new ConfidenceSettings(alpha(model, tau), beta, tau)
                : new ConfidenceSettings(0, 0, tau);
    }

    /** The calibration where nobody chose one. */
    static Calibration standard() {
        return new ByKappa(Defaults.KAPPA);
    }

    /**
     * An image whose reconstruction error is kappa times the 99 % quantile q of the model's held-out errors just reaches tau
     * when y is 1: {@code alpha = -ln(tau) * D / (kappa * q)}. So every model has an alpha of its own, by the size of its own
     * errors.
     *
     * @param kappa allowance, at least 1; the larger, the more is accepted
     */
    record ByKappa(double kappa) implements Calibration {

        /** Allowances the window lets one type; larger ones are no fault, but accept nearly everything. */
        public static final Range KAPPA = Range.of(1, 1000);

        public ByKappa {
            if (!(kappa >= 1) || !Double.isFinite(kappa)) {
                throw new IllegalArgumentException("kappa: expected a finite number of at least 1, but got " + kappa);
            }
        }

        @Override
        public double alpha(ImageModel model, double tau) {
            double alpha = alpha(heldOutQuantile(model), ImageSettings.PIXELS, tau);
            if (!ConfidenceSettings.ALPHA.contains(alpha)) {
                throw new CalibrationException(CalibrationException.Lack.ERRORS);
            }
            return alpha;
        }

        @Override
        public double alpha(double quantile, int dimensions, double tau) {
            if (!(quantile > 0)) {
                throw new IllegalArgumentException(
                        "quantile of the errors: expected a number above 0, but got " + quantile);
            }
            return distance(tau) * dimensions / (kappa * quantile);
        }

        @Override
        public boolean suits(ImageModel model) {
            return !model.doubts() || CalibrationException.lack(model).isEmpty();
        }

        private static double heldOutQuantile(ImageModel model) {
            CalibrationException.lack(model).ifPresent(lack -> {
                throw new CalibrationException(lack);
            });
            return model.heldOutErrors()[ImageModel.INDEX_OF_99];
        }
    }

    /**
     * One alpha for every model.
     *
     * @param alpha at least 0, finite
     */
    record Fixed(double alpha) implements Calibration {

        public Fixed {
            if (!(alpha >= 0) || !Double.isFinite(alpha)) {
                throw new IllegalArgumentException("alpha: expected a finite number of at least 0, but got " + alpha);
            }
        }

        @Override
        public double alpha(ImageModel model, double tau) {
            return alpha;
        }

        @Override
        public double alpha(double quantile, int dimensions, double tau) {
            return alpha;
        }

        @Override
        public boolean suits(ImageModel model) {
            return true;
        }
    }

    /**
     * The inverse: the reconstruction error at which the confidence falls below tau, Gamma being 1:
     * {@code -ln(tau) * D / alpha}.
     *
     * @param dimensions D, numbers an input
     * @return in units of the input, at least 0; infinite for alpha 0, which accepts every error
     */
    static double errorLimit(ConfidenceSettings settings, int dimensions) {
        return distance(settings.tau()) * dimensions / settings.alpha();
    }

    /** How far below certainty tau lies, nats: {@code -ln(tau)}; 0 for tau 1, and not minus 0. */
    private static double distance(double tau) {
        if (!(tau > 0 && tau <= 1)) {
            throw new IllegalArgumentException("tau: expected a number above 0 and up to 1, but got " + tau);
        }
        return Math.max(0, -Math.log(tau));
    }
}
