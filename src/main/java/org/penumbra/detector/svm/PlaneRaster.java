package org.penumbra.detector.svm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Points of the plane that are the cells of a raster, row by row, as heatmaps have them. There an RBF kernel is a product,
 * {@code exp(-gamma dx^2) exp(-gamma dy^2)}, whose factors whole columns and rows share: of {@code columns + rows} exponentials
 * a support vector instead of {@code columns * rows}. Sums are in double precision, so the decisions are the same to the last
 * digits.
 */
final class PlaneRaster {

    /** Below so many cells to a row or column nothing is gained. */
    private static final int LEAST = 4;

    private final float[] xs;
    private final float[] ys;

    private PlaneRaster(float[] xs, float[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** The raster that points, n x 2, are the cells of; empty when they are scattered. */
    static Optional<PlaneRaster> of(float[] points) {
        int count = points.length / 2;
        int columns = 1;
        while (columns < count && points[2 * columns + 1] == points[1]) {
            columns++;
        }
        if (columns < LEAST || count % columns != 0 || count / columns < LEAST) {
            return Optional.empty();
        }
        float[] xs = new float[columns];
        float[] ys = new float[count / columns];
        for (int i = 0; i < columns; i++) {
            xs[i] = points[2 * i];
        }
        for (int j = 0; j < ys.length; j++) {
            ys[j] = points[2 * j * columns + 1];
            for (int i = 0, at = 2 * j * columns; i < columns; i++, at += 2) {
                if (points[at] != xs[i] || points[at + 1] != ys[j]) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new PlaneRaster(xs, ys));
    }

    /** What machines decide of all cells, cells x machines. */
    double[] decisions(RadialFunctions functions) {
        FeatureRows vectors = functions.vectors();
        double[] acrossAll = factors(vectors.values(), 0, xs, functions.gamma());
        double[] downAll = factors(vectors.values(), 1, ys, functions.gamma());
        List<SvmMachine> machines = functions.machines();
        double[] decisions = new double[xs.length * ys.length * machines.size()];
        double[] line = new double[xs.length];
        for (int m = 0; m < machines.size(); m++) {
            SvmMachine machine = machines.get(m);
            for (int j = 0; j < ys.length; j++) {
                Arrays.fill(line, -machine.rho());
                add(machine, acrossAll, downAll, j, line);
                for (int i = 0; i < xs.length; i++) {
                    decisions[(j * xs.length + i) * machines.size() + m] = line[i];
                }
            }
        }
        return decisions;
    }

    /** {@code exp(-gamma (place - vector)^2)} along one direction, vectors x places. */
    private static double[] factors(float[] vectors, int direction, float[] places, double gamma) {
        double[] factors = new double[vectors.length / 2 * places.length];
        for (int v = direction, at = 0; v < vectors.length; v += 2) {
            for (float place : places) {
                double distance = (double) place - vectors[v];
                factors[at++] = Math.exp(-gamma * distance * distance);
            }
        }
        return factors;
    }

    /** Adds all support vectors of a machine to the cells of one line, four at a time, as the line is the slowest to reach. */
    private void add(SvmMachine machine, double[] across, double[] down, int j, double[] line) {
        int[] support = machine.support();
        double[] coefficients = machine.coefficients();
        int columns = xs.length;
        int rows = ys.length;
        int s = 0;
        for (; s + 3 < support.length; s += 4) {
            double c0 = coefficients[s] * down[support[s] * rows + j];
            double c1 = coefficients[s + 1] * down[support[s + 1] * rows + j];
            double c2 = coefficients[s + 2] * down[support[s + 2] * rows + j];
            double c3 = coefficients[s + 3] * down[support[s + 3] * rows + j];
            int a0 = support[s] * columns;
            int a1 = support[s + 1] * columns;
            int a2 = support[s + 2] * columns;
            int a3 = support[s + 3] * columns;
            for (int i = 0; i < columns; i++) {
                line[i] += c0 * across[a0 + i] + c1 * across[a1 + i] + c2 * across[a2 + i] + c3 * across[a3 + i];
            }
        }
        for (; s < support.length; s++) {
            double c = coefficients[s] * down[support[s] * rows + j];
            for (int i = 0, at = support[s] * columns; i < columns; i++, at++) {
                line[i] += c * across[at];
            }
        }
    }
}
