package org.penumbra.net;

import org.penumbra.net.layer.RowProducts;

/**
 * Squared distances of many rows to many others, {@code |x|^2 + |q|^2 - 2 x.q}, by blocks of matrix products: some fifty times
 * as fast as differences. What is small against the rows' lengths is inexact, see {@link #error}; whoever needs the smallest
 * ones exactly computes them again by differences. It owns native memory until it is closed.
 */
public final class Distances implements AutoCloseable {

    private static final int QUERIES = 64;
    private static final int ROWS = 512;
    /** Half a unit in the last place of single precision. */
    private static final double ROUNDING = 0x1p-24;

    private final RowProducts products;
    private final float[] norms;
    private final double largestNorm;
    private final int width;

    /** Is told the distances of one query to some rows that follow each other. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes distances. Those of one query come from one thread, in the order of the rows; those of different queries may
         * come from several threads at once.
         *
         * @param query    which
         * @param firstRow the first of the rows
         * @param rows     how many
         * @param squared  holds the squared distances, at least 0 or NaN
         * @param at       where in there the first stands
         */
        void take(int query, int firstRow, int rows, float[] squared, int at);
    }

    /**
     * Copies the rows.
     *
     * @param rows  row-major, at least one
     * @param width numbers a row, at least 1
     */
    public Distances(float[] rows, int width) {
        if (width < 1 || rows.length == 0 || rows.length % width != 0) {
            throw new IllegalArgumentException(
                    "distances: " + rows.length + " numbers are no rows of " + width + " numbers each");
        }
        this.width = width;
        norms = new float[rows.length / width];
        double largest = 0;
        for (int row = 0; row < norms.length; row++) {
            double norm = norm(rows, row, width);
            norms[row] = (float) norm;
            largest = Math.max(largest, norm);
        }
        largestNorm = largest;
        products = new RowProducts(rows, width);
    }

    private static double norm(float[] rows, int row, int width) {
        double sum = 0;
        for (int i = row * width; i < (row + 1) * width; i++) {
            sum += (double) rows[i] * rows[i];
        }
        return sum;
    }

    /**
     * By how much a squared distance of a query may be off: what adding up in single precision can lose, in any order.
     *
     * @param queries row-major
     * @param query   which of them
     */
    public double error(float[] queries, int query) {
        return (width + 8) * ROUNDING * (largestNorm + norm(queries, query, width));
    }

    /**
     * Computes the distances of all rows to some queries, on the caller's thread and, where there are many, on the other cores.
     *
     * @param queries row-major, as wide as the rows
     * @param from    the first query
     * @param to      one behind the last
     */
    public void squared(float[] queries, int from, int to, Taker taker) {
        int blocks = (to - from + QUERIES - 1) / QUERIES;
        int lanes = Math.min(Cores.count(), blocks);
        if (lanes == 0) {
            return;
        }
        Cores.run(lanes, lane -> {
            try (RowProducts.Lane room = products.new Lane(QUERIES, ROWS)) {
                float[] block = new float[QUERIES * ROWS];
                for (int number = lane; number < blocks; number += lanes) {
                    int first = from + number * QUERIES;
                    block(room, queries, first, Math.min(QUERIES, to - first), block, taker);
                }
            }
        });
    }

    private void block(RowProducts.Lane room, float[] queries, int first, int count, float[] block, Taker taker) {
        room.bring(queries, first, count);
        float[] lengths = new float[count];
        for (int query = 0; query < count; query++) {
            lengths[query] = (float) norm(queries, first + query, width);
        }
        for (int row = 0; row < norms.length; row += ROWS) {
            int rows = Math.min(ROWS, norms.length - row);
            room.multiply(row, rows, block);
            for (int query = 0; query < count; query++) {
                int at = query * rows;
                for (int i = 0; i < rows; i++) {
                    block[at + i] = Math.max(0, norms[row + i] + lengths[query] - 2 * block[at + i]);
                }
                taker.take(first + query, row, rows, block, at);
            }
        }
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        products.close();
    }
}
