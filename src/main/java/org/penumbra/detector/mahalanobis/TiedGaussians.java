package org.penumbra.detector.mahalanobis;

import java.util.function.IntToDoubleFunction;

/**
 * Gaussians with means of their own and one covariance, in the coordinates in which that covariance is the identity.
 *
 * @param centre    D, taken from the features first
 * @param whitening D
 * @param means     c x D, row-major: the means in the new coordinates
 */
record TiedGaussians(double[] centre, Whitening whitening, double[] means) {

    /** Inputs turned at once. */
    private static final int ROWS = 32;

    TiedGaussians {
        if (centre.length != whitening.width() || means.length == 0 || means.length % centre.length != 0) {
            throw new IllegalArgumentException("centre, whitening and means of different widths");
        }
    }

    /** About the means of the classes. */
    static TiedGaussians ofClasses(Scatter scatter, double ridge) {
        int width = scatter.width();
        Whitening whitening = Whitening.of(scatter.covariance(), width, ridge);
        double[] means = new double[scatter.means().length];
        for (int c = 0; c < scatter.classes(); c++) {
            double[] away = new double[width];
            for (int i = 0; i < width; i++) {
                away[i] = scatter.means()[c * width + i] - scatter.centre()[i];
            }
            double[] white = new double[width];
            whitening.apply(away, 1, white);
            System.arraycopy(white, 0, means, c * width, width);
        }
        return new TiedGaussians(scatter.centre(), whitening, means);
    }

    /** One for all inputs together. */
    static TiedGaussians ofAll(Scatter scatter, double ridge) {
        Whitening whitening = Whitening.of(scatter.covarianceOfAll(), scatter.width(), ridge);
        return new TiedGaussians(scatter.centre(), whitening, new double[scatter.width()]);
    }

    /** D. */
    int width() {
        return centre.length;
    }

    /** c. */
    int count() {
        return means.length / centre.length;
    }

    /**
     * Squared distances to the means, in standard deviations: n x c, row-major.
     *
     * @param features n x D, row-major
     */
    double[] squaredDistances(float[] features, int rows) {
        return squaredDistances((int i) -> features[i], rows);
    }

    /** The same of features of any precision. */
    double[] squaredDistances(IntToDoubleFunction features, int rows) {
        double[] distances = new double[rows * count()];
        double[] some = new double[ROWS * width()];
        double[] white = new double[ROWS * width()];
        for (int from = 0; from < rows; from += ROWS) {
            int taken = Math.min(ROWS, rows - from);
            for (int row = 0; row < taken; row++) {
                for (int i = 0; i < width(); i++) {
                    some[i * taken + row] = features.applyAsDouble((from + row) * width() + i) - centre[i];
                }
            }
            whitening.apply(some, taken, white);
            for (int row = 0; row < taken; row++) {
                for (int c = 0; c < count(); c++) {
                    distances[(from + row) * count() + c] = squared(white, row, taken, c);
                }
            }
        }
        return distances;
    }

    private double squared(double[] white, int row, int rows, int c) {
        double sum = 0;
        for (int i = 0; i < width(); i++) {
            double away = white[i * rows + row] - means[c * width() + i];
            sum += away * away;
        }
        return sum;
    }

    /** The slopes of the squared distance to one mean at the features of one input: D numbers. */
    double[] slopes(float[] features, int at, int c) {
        double[] away = new double[width()];
        for (int i = 0; i < width(); i++) {
            away[i] = features[at + i] - centre[i];
        }
        double[] white = new double[width()];
        whitening.apply(away, 1, white);
        for (int i = 0; i < width(); i++) {
            white[i] = 2 * (white[i] - means[c * width() + i]);
        }
        return whitening.back(white);
    }
}
