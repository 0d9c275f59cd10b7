package org.penumbra.confidence;

/**
 * The confidence score of one input. Source: G. Spigler, Denoising Autoencoders for Overgeneralization in Neural
 * Networks.
 *
 * <p>{@code c~(x) = exp(-alpha / D * ||r(x) - x||_2) * Gamma(x)}, with {@code Gamma = 1} where {@code gamma <= 0} and
 * {@code exp(-beta * gamma)} elsewhere. The norm is not squared.
 *
 * <p>Numbers that are not finite are never hidden: an error or gamma that is NaN makes its factor NaN, one that is
 * infinite makes it 0 (minus infinity for gamma: 1). Only a factor switched off by alpha = 0 or beta = 0 is 1 whatever
 * its input is.
 */
public final class Confidence {

    private Confidence() {}

    /**
     * {@code gamma = 1/D * sum_i(dr_i/dx_i - 1)}: negative where the data density has a maximum, positive where it has
     * a minimum.
     *
     * @param jacobianDiagonal {@code dr_i/dx_i} of one or more inputs, D numbers each
     * @param from             index of the first of the input's numbers
     * @param dimensions       D, at least 1
     */
    public static double gamma(float[] jacobianDiagonal, int from, int dimensions) {
        checkDimensions(dimensions);
        double sum = 0;
        for (int i = 0; i < dimensions; i++) {
            sum += jacobianDiagonal[from + i] - 1.0;
        }
        return sum / dimensions;
    }

    /**
     * {@code exp(-alpha / D * error)}: the confidence before the curvature is looked at.
     *
     * @param error      {@code ||r(x) - x||_2}, units of the input, at least 0, or NaN
     * @param dimensions D, numbers an input has, at least 1
     * @param alpha      sensitivity, at least 0
     * @return in [0, 1], or NaN
     */
    public static double withoutCurvature(double error, int dimensions, double alpha) {
        checkDimensions(dimensions);
        if (error < 0) {
            throw new IllegalArgumentException("reconstruction error: expected at least 0, but got " + error);
        }
        return alpha == 0 ? 1 : Math.exp(-alpha / dimensions * error);
    }

    /**
     * Gamma: 1 where the density bends down (a maximum), below 1 where it bends up (a minimum or a saddle).
     *
     * @param gamma {@code 1/D * sum_i(dr_i/dx_i - 1)}, any number, or NaN
     * @param beta  sensitivity, at least 0
     * @return in [0, 1], or NaN where gamma is NaN and beta is not 0
     */
    public static double curvatureFactor(double gamma, double beta) {
        if (beta == 0 || gamma <= 0) {
            return 1;
        }
        return Math.exp(-beta * gamma);
    }

    /**
     * c~(x), the product of the two.
     *
     * @param error      {@code ||r(x) - x||_2}, units of the input, at least 0, or NaN
     * @param gamma      {@code 1/D * sum_i(dr_i/dx_i - 1)}, or NaN
     * @param dimensions D, at least 1
     * @param settings   alpha and beta
     * @return in [0, 1], or NaN
     */
    public static double confidence(double error, double gamma, int dimensions, ConfidenceSettings settings) {
        return withoutCurvature(error, dimensions, settings.alpha()) * curvatureFactor(gamma, settings.beta());
    }

    private static void checkDimensions(int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions: expected at least 1, but got " + dimensions);
        }
    }
}
