package org.penumbra.detector.neighbour;

import java.util.stream.IntStream;

/** Lengths of rows, and rows divided by them, so that only their directions are compared. */
final class Lengths {

    private Lengths() {}

    /** The Euclidean length of a row. */
    static double of(float[] rows, int row, int width) {
        double sum = 0;
        for (int i = row * width; i < (row + 1) * width; i++) {
            sum += (double) rows[i] * rows[i];
        }
        return Math.sqrt(sum);
    }

    /** Which rows have a direction, as they are not 0 throughout. */
    static int[] pointing(float[] rows, int width) {
        return IntStream.range(0, rows.length / width)
                .filter(row -> of(rows, row, width) > 0)
                .toArray();
    }

    /** All rows divided by their lengths; one of length 0 becomes NaN, as it has no direction. */
    static float[] unit(float[] rows, int width) {
        float[] unit = new float[rows.length];
        for (int row = 0; row < rows.length / width; row++) {
            double length = of(rows, row, width);
            for (int i = row * width; i < (row + 1) * width; i++) {
                unit[i] = (float) (rows[i] / length);
            }
        }
        return unit;
    }
}
