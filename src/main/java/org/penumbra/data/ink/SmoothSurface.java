package org.penumbra.data.ink;

import java.util.Arrays;

/**
 * A smooth surface through most of some values on a grid: a polynomial of degree 0 to 3, fitted by least squares
 * in which a value counts less the farther it lies from the surface of the round before (Cauchy's weights). What stands
 * out, as ink does, hardly moves it.
 */
final class SmoothSurface {

    /** The highest degree. */
    static final int MOST = 3;

    private static final int ROUNDS = 20;
    /** A value so many usual distances away counts half. */
    private static final double USUAL = 2;
    /** A value this near counts nearly whole, however near the others are. */
    private static final double NEAR = 0.01;
    /** Keeps the equations solvable where the grid has few lines. */
    private static final double RIDGE = 1e-9;

    private final double[] factors;

    private SmoothSurface(double[] factors) {
        this.factors = factors;
    }

    /**
     * Fits a surface.
     *
     * @param value  row by row, at places that fill the square from -1 to 1 evenly
     * @param degree 0 (a level plane) to {@link #MOST}
     */
    static SmoothSurface of(double[] value, int columns, int rows, int degree) {
        int terms = (degree + 1) * (degree + 2) / 2;
        double[] weight = new double[value.length];
        Arrays.fill(weight, 1);
        SmoothSurface surface = null;
        for (int round = 0; round < ROUNDS; round++) {
            surface = new SmoothSurface(factors(value, weight, columns, rows, terms));
            double[] distance = new double[value.length];
            for (int i = 0; i < value.length; i++) {
                distance[i] = Math.abs(value[i] - surface.at(place(i % columns, columns), place(i / columns, rows)));
            }
            double[] sorted = distance.clone();
            Arrays.sort(sorted);
            double scale = NEAR + USUAL * sorted[sorted.length / 2];
            Arrays.setAll(weight, i -> 1 / (1 + distance[i] * distance[i] / (scale * scale)));
        }
        return surface;
    }

    /** Where the middle of one of so many cells lies, between -1 and 1. */
    static double place(int cell, int cells) {
        return (2 * cell + 1.0) / cells - 1;
    }

    /** The height at a place. */
    double at(double x, double y) {
        double[] terms = terms(x, y);
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * terms[i];
        }
        return sum;
    }

    private static double[] terms(double x, double y) {
        return new double[] {1, x, y, x * x, x * y, y * y, x * x * x, x * x * y, x * y * y, y * y * y};
    }

    private static double[] factors(double[] value, double[] weight, int columns, int rows, int count) {
        double[][] equations = new double[count][count + 1];
        for (int i = 0; i < value.length; i++) {
            double[] terms = terms(place(i % columns, columns), place(i / columns, rows));
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < count; column++) {
                    equations[row][column] += weight[i] * terms[row] * terms[column];
                }
                equations[row][count] += weight[i] * terms[row] * value[i];
            }
        }
        for (int row = 0; row < count; row++) {
            equations[row][row] += RIDGE * value.length;
        }
        return solved(equations);
    }

    /** Gauss's elimination; the equations are symmetric and positive, so that no rows need change places. */
    private static double[] solved(double[][] equations) {
        int count = equations.length;
        for (int pivot = 0; pivot < count; pivot++) {
            for (int row = 0; row < count; row++) {
                if (row != pivot) {
                    double share = equations[row][pivot] / equations[pivot][pivot];
                    for (int column = pivot; column <= count; column++) {
                        equations[row][column] -= share * equations[pivot][column];
                    }
                }
            }
        }
        double[] solution = new double[count];
        Arrays.setAll(solution, row -> equations[row][count] / equations[row][row]);
        return solution;
    }
}
