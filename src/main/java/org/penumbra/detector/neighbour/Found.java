package org.penumbra.detector.neighbour;

import java.util.Arrays;

/**
 * The nearest rows of a bank to some queries.
 *
 * @param k         neighbours each
 * @param rows      n x k, where they stand in the bank, nearest first; -1 for a query that is not made of finite numbers
 * @param distances n x k, Euclidean, at least 0; NaN for such a query
 */
record Found(int k, int[] rows, double[] distances) {

    static Found empty(int count, int k) {
        return new Found(k, new int[count * k], new double[count * k]);
    }

    int count() {
        return rows.length / k;
    }

    /** Takes over what was found for a query. */
    void put(int query, Nearest nearest) {
        for (int i = 0; i < k; i++) {
            rows[query * k + i] = nearest.row(i);
            distances[query * k + i] = Math.sqrt(nearest.squared(i));
        }
    }

    /** A query that cannot be compared has no neighbours. */
    void putNothing(int query) {
        Arrays.fill(rows, query * k, (query + 1) * k, -1);
        Arrays.fill(distances, query * k, (query + 1) * k, Double.NaN);
    }

    boolean hasNone(int query) {
        return rows[query * k] < 0;
    }

    /** Mean distance over the k nearest. */
    double mean(int query) {
        double sum = 0;
        for (int i = query * k; i < (query + 1) * k; i++) {
            sum += distances[i];
        }
        return sum / k;
    }

    /** Distance to the k-th nearest. */
    double farthest(int query) {
        return distances[(query + 1) * k - 1];
    }

    int[] rowsOf(int query) {
        return hasNone(query) ? new int[0] : Arrays.copyOfRange(rows, query * k, (query + 1) * k);
    }

    double[] distancesOf(int query) {
        return hasNone(query) ? new double[0] : Arrays.copyOfRange(distances, query * k, (query + 1) * k);
    }
}
