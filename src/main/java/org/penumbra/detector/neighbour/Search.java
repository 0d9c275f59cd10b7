package org.penumbra.detector.neighbour;

import org.penumbra.detector.FitWatcher;

/**
 * Looks for the rows of a bank that are nearest to others. The answer is exact in double precision, and of rows equally far
 * the first ones count, so it is the same whoever looks and however many queries come at once. Threads share it.
 */
sealed interface Search permits TreeSearch, BlockSearch {

    /** Rows of fewer numbers are kept in a tree, which spares most comparisons; with more it would spare none. */
    int FEW = 16;

    /** @param rows row-major, finite, at least one; not copied */
    static Search among(float[] rows, int width) {
        return width <= FEW ? TreeSearch.among(rows, width) : new BlockSearch(rows, width);
    }

    /** Numbers a row. */
    int width();

    /** Rows there are. */
    int count();

    /**
     * Finds the nearest rows.
     *
     * @param queries    row-major, as wide as the rows
     * @param k          how many, at least 1 and at most as many as there are to choose from
     * @param themselves whether the queries are the rows themselves, in their order; then each is left out of its own neighbours
     * @throws org.penumbra.detector.FitStopped when the watcher ends it
     */
    Found nearest(float[] queries, int k, boolean themselves, FitWatcher watcher);

    /** Refuses what cannot be found. */
    default void check(int queries, int k, boolean themselves) {
        int there = count() - (themselves ? 1 : 0);
        if (queries % width() != 0 || k < 1 || k > there) {
            throw new IllegalArgumentException("neighbours: expected queries of " + width() + " numbers each and 1 to "
                    + there + " neighbours, but got " + queries + " numbers and " + k + " neighbours");
        }
    }
}
