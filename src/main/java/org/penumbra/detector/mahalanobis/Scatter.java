package org.penumbra.detector.mahalanobis;

import java.util.function.IntToDoubleFunction;
import org.penumbra.detector.FitWatcher;

/**
 * Where the classes lie in some features and how they spread, in double precision.
 *
 * @param width      D, features an input
 * @param classes    K
 * @param counts     K, inputs of each class
 * @param centre     D, the mean of all inputs
 * @param means      K x D, row-major: the mean of each class
 * @param covariance D x D, symmetric: {@code 1/n sum (f - mu_c)(f - mu_c)'}, each input about the mean of its own class
 */
record Scatter(int width, int classes, int[] counts, double[] centre, double[] means, double[] covariance) {

    /** Inputs taken together, so that the covariance is gone through less often. */
    private static final int TOGETHER = 4;
    /** Inputs between two looks at the watcher. */
    private static final int CHUNK = 512;

    /**
     * Of some inputs.
     *
     * @param features n x D, row-major
     * @param labels   n, 0 to K - 1; each class at least once
     */
    static Scatter of(float[] features, int[] labels, int classes, FitWatcher watcher) {
        return of(i -> features[i], features.length / labels.length, labels, classes, watcher);
    }

    /** The same of features of any precision. */
    static Scatter of(IntToDoubleFunction features, int width, int[] labels, int classes, FitWatcher watcher) {
        int count = labels.length;
        int[] counts = new int[classes];
        double[] centre = new double[width];
        double[] means = new double[classes * width];
        for (int row = 0; row < count; row++) {
            counts[labels[row]]++;
            for (int i = 0; i < width; i++) {
                means[labels[row] * width + i] += features.applyAsDouble(row * width + i);
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < width; i++) {
                centre[i] += means[c * width + i] / count;
                means[c * width + i] /= counts[c];
            }
        }
        double[] covariance = covariance(features, labels, means, width, watcher);
        return new Scatter(width, classes, counts, centre, means, covariance);
    }

    private static double[] covariance(
            IntToDoubleFunction features, int[] labels, double[] means, int width, FitWatcher watcher) {
        int count = labels.length;
        double[] sums = new double[width * width];
        double[][] some = new double[TOGETHER][width];
        for (int from = 0; from < count; from += TOGETHER) {
            if (from % CHUNK == 0) {
                watcher.at((double) from / count);
            }
            for (int k = 0; k < TOGETHER; k++) {
                int row = from + k;
                for (int i = 0; i < width; i++) {
                    some[k][i] =
                            row < count ? features.applyAsDouble(row * width + i) - means[labels[row] * width + i] : 0;
                }
            }
            add(some[0], some[1], some[2], some[3], sums);
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double value = sums[i * width + j] / count;
                sums[i * width + j] = value;
                sums[j * width + i] = value;
            }
        }
        watcher.at(1);
        return sums;
    }

    /** Adds the lower half of the products of four inputs with themselves. */
    private static void add(double[] a, double[] b, double[] c, double[] d, double[] sums) {
        int width = a.length;
        for (int i = 0; i < width; i++) {
            double ai = a[i];
            double bi = b[i];
            double ci = c[i];
            double di = d[i];
            int at = i * width;
            for (int j = 0; j <= i; j++) {
                sums[at + j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
            }
        }
    }

    /** The covariance of all inputs about their common mean: that about the class means, and that of the class means. */
    double[] covarianceOfAll() {
        int count = 0;
        for (int one : counts) {
            count += one;
        }
        double[] all = covariance.clone();
        for (int c = 0; c < classes; c++) {
            double weight = (double) counts[c] / count;
            for (int i = 0; i < width; i++) {
                double away = weight * (means[c * width + i] - centre[i]);
                for (int j = 0; j < width; j++) {
                    all[i * width + j] += away * (means[c * width + j] - centre[j]);
                }
            }
        }
        return all;
    }
}
