package org.penumbra.detector.mahalanobis;

import java.util.Arrays;

/**
 * The inverse of the Cholesky factor L of a covariance {@code S = L L'}: it turns features into ones whose covariance is the
 * identity, so that {@code f' S^-1 f = |L^-1 f|^2}.
 *
 * @param width  D
 * @param packed the rows of L^-1 up to the diagonal, one after the other: D (D + 1) / 2 numbers
 */
record Whitening(int width, double[] packed) {

    /** A pivot smaller than this share of the largest variance is what rounding leaves of nothing. */
    private static final double NOTHING = 1e-13;

    Whitening {
        if (packed.length != size(width)) {
            throw new IllegalArgumentException("whitening of " + width + " features: expected " + size(width)
                    + " numbers, but got " + packed.length);
        }
        for (int i = 0; i < width; i++) {
            if (!(packed[start(i) + i] > 0)) {
                throw new IllegalArgumentException("whitening: expected numbers above 0 on the diagonal, but got "
                        + packed[start(i) + i] + " at " + i);
            }
        }
    }

    /** Numbers that {@link #packed} has. */
    static int size(int width) {
        return Math.toIntExact((long) width * (width + 1) / 2);
    }

    private static int start(int row) {
        return row * (row + 1) / 2;
    }

    /**
     * Of a covariance.
     *
     * @param covariance D x D, symmetric
     * @param ridge      added to the diagonal, as a share of the mean variance {@code trace / D}
     * @throws IllegalArgumentException when some direction has no spread, and no ridge gives it one
     */
    static Whitening of(double[] covariance, int width, double ridge) {
        double trace = 0;
        double largest = 0;
        for (int i = 0; i < width; i++) {
            trace += covariance[i * width + i];
            largest = Math.max(largest, covariance[i * width + i]);
        }
        double[] factor = new double[size(width)];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i * width + j] + (i == j ? ridge * trace / width : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[start(i) + k] * factor[start(j) + k];
                }
                if (i > j) {
                    factor[start(i) + j] = sum / factor[start(j) + j];
                } else if (sum > NOTHING * largest && Double.isFinite(sum)) {
                    factor[start(i) + i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("feature " + i + ": expected inputs that spread in it apart from"
                            + " what the features before it tell, but found a variance of " + sum);
                }
            }
        }
        return new Whitening(width, inverse(factor, width));
    }

    /** Of a lower triangle, row by row: row i of the inverse is made of the rows above it. */
    private static double[] inverse(double[] factor, int width) {
        double[] inverse = new double[factor.length];
        for (int i = 0; i < width; i++) {
            double pivot = factor[start(i) + i];
            inverse[start(i) + i] = 1 / pivot;
            for (int k = 0; k < i; k++) {
                double share = factor[start(i) + k] / pivot;
                for (int j = 0; j <= k; j++) {
                    inverse[start(i) + j] -= share * inverse[start(k) + j];
                }
            }
        }
        return inverse;
    }

    /**
     * {@code z = L^-1 f} of several inputs at once.
     *
     * @param features D x rows: one feature of all of them after the other
     * @param white    receives as many numbers in the same order
     */
    void apply(double[] features, int rows, double[] white) {
        for (int i = 0, at = 0; i < width; i++) {
            int to = i * rows;
            Arrays.fill(white, to, to + rows, 0);
            for (int j = 0; j <= i; j++, at++) {
                double weight = packed[at];
                int from = j * rows;
                for (int row = 0; row < rows; row++) {
                    white[to + row] += weight * features[from + row];
                }
            }
        }
    }

    /** {@code (L^-1)' z}: from slopes at what {@link #apply} gives to slopes at the features of one input. */
    double[] back(double[] white) {
        double[] slopes = new double[width];
        for (int i = 0, at = 0; i < width; i++) {
            for (int j = 0; j <= i; j++, at++) {
                slopes[j] += packed[at] * white[i];
            }
        }
        return slopes;
    }
}
