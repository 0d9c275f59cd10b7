package org.penumbra.net.image;

/**
 * gamma of one image by Hutchinson's estimator: the mean of {@code v'Jv / D - 1} over k random sign vectors v, J the
 * Jacobian of r. Source: M. F. Hutchinson, A stochastic estimator of the trace of the influence matrix for Laplacian
 * smoothing splines, 1990. Estimates over different probes of the same image can be joined, so that a caller may ask for
 * a few at a time.
 *
 * @param mean          without bias, whatever k
 * @param standardError of the mean, at least 0: the probes' deviation, with k - 1 in the denominator, over sqrt(k). NaN
 *                      for a single probe, which tells nothing about its own error
 * @param probes        k, at least 1
 */
public record GammaEstimate(double mean, double standardError, int probes) {

    public GammaEstimate {
        if (probes < 1) {
            throw new IllegalArgumentException("probes: expected at least 1, but got " + probes);
        }
    }

    /** The estimate that some probes give, each {@code v'Jv / D - 1}, at least one. */
    public static GammaEstimate of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return ofSquares(mean, squares, values.length);
    }

    private static GammaEstimate ofSquares(double mean, double squares, int probes) {
        return new GammaEstimate(mean, probes == 1 ? Double.NaN : Math.sqrt(squares / (probes - 1) / probes), probes);
    }

    /**
     * The estimate over the probes of both, as if they had been drawn at once (Chan, Golub and LeVeque, 1983).
     *
     * @param other of the same image, by other probes
     */
    public GammaEstimate and(GammaEstimate other) {
        int both = Math.addExact(probes, other.probes);
        double apart = other.mean - mean;
        double joined = mean + apart * other.probes / both;
        double between = apart * apart * probes * other.probes / both;
        return ofSquares(joined, squares() + other.squares() + between, both);
    }

    /** The sum of the probes' squared distances from their mean. */
    private double squares() {
        return probes == 1 ? 0 : standardError * standardError * probes * (probes - 1);
    }
}
