package org.penumbra.detector.neighbour;

import java.util.Arrays;

/** The nearest rows seen so far, nearest first; of rows equally far the one that stands first. */
final class Nearest {

    private final double[] squared;
    private final int[] rows;
    private int size;

    /** @param most how many are kept, at least 1 */
    Nearest(int most) {
        squared = new double[most];
        rows = new int[most];
    }

    /** Forgets all. */
    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The squared distance that a row may not exceed to be kept. */
    double limit() {
        return size < squared.length ? Double.POSITIVE_INFINITY : squared[size - 1];
    }

    int row(int place) {
        return rows[place];
    }

    double squared(int place) {
        return squared[place];
    }

    /** Keeps a row if it is near enough; one whose distance is NaN never is. */
    void offer(double distance, int row) {
        if (!(distance <= limit()) || size == squared.length && !isBefore(distance, row, size - 1)) {
            return;
        }
        int place = size < squared.length ? size++ : size - 1;
        while (place > 0 && isBefore(distance, row, place - 1)) {
            squared[place] = squared[place - 1];
            rows[place] = rows[place - 1];
            place--;
        }
        squared[place] = distance;
        rows[place] = row;
    }

    private boolean isBefore(double distance, int row, int place) {
        return distance < squared[place] || distance == squared[place] && row < rows[place];
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(rows, size));
    }
}
