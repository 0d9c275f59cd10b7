package org.penumbra.detector.neighbour;

import org.penumbra.detector.FitWatcher;
import org.penumbra.net.Cores;
import org.penumbra.net.Distances;

/**
 * Search among rows of many numbers. With many queries, distances by blocks of matrix products choose some more rows than are
 * asked for; those are compared by differences in double precision. Where the inexact distances might have left out one of the
 * nearest, and for a few queries, all rows are compared by differences.
 */
final class BlockSearch implements Search {

    /** Queries that do not pay for a copy of the rows to native memory. */
    private static final int FEW_QUERIES = 8;
    /** Rows chosen besides those asked for. */
    private static final int SPARE = 8;
    /** Queries between two looks at the watcher. */
    private static final int CHUNK = 512;
    /** Numbers compared between two looks at whether a row is too far already. */
    private static final int STRIDE = 56;

    private final float[] rows;
    private final int width;

    /** @param rows row-major, finite, at least one; not copied */
    BlockSearch(float[] rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int count() {
        return rows.length / width;
    }

    @Override
    public Found nearest(float[] queries, int k, boolean themselves, FitWatcher watcher) {
        check(queries.length, k, themselves);
        int count = queries.length / width;
        Found found = Found.empty(count, k);
        if (count < FEW_QUERIES) {
            watcher.at(0);
            Cores.run(count, query -> compareAll(queries, query, themselves, k, found));
            watcher.at(1);
            return found;
        }
        int most = Math.min(count() - (themselves ? 1 : 0), k + SPARE);
        try (Distances distances = new Distances(rows, width)) {
            Nearest[] chosen = new Nearest[CHUNK];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = new Nearest(most);
            }
            for (int from = 0; from < count; from += CHUNK) {
                watcher.at((double) from / count);
                chunk(distances, queries, from, Math.min(count, from + CHUNK), themselves, chosen, found);
            }
        }
        watcher.at(1);
        return found;
    }

    private void chunk(
            Distances distances, float[] queries, int from, int to, boolean themselves, Nearest[] chosen, Found found) {
        for (Nearest nearest : chosen) {
            nearest.clear();
        }
        distances.squared(queries, from, to, (query, first, count, squared, at) -> {
            Nearest nearest = chosen[query - from];
            double limit = nearest.limit();
            for (int i = 0; i < count; i++) {
                if (squared[at + i] <= limit && !(themselves && first + i == query)) {
                    nearest.offer(squared[at + i], first + i);
                    limit = nearest.limit();
                }
            }
        });
        int parts = Cores.count();
        Cores.run(parts, part -> {
            for (int query = from + part; query < to; query += parts) {
                finish(queries, query, themselves, chosen[query - from], distances.error(queries, query), found);
            }
        });
    }

    /** Compares the chosen rows again, and all where that is not sure to be enough. */
    private void finish(float[] queries, int query, boolean themselves, Nearest chosen, double error, Found found) {
        int k = found.k();
        int there = count() - (themselves ? 1 : 0);
        if (isNoNumber(queries, query)) {
            found.putNothing(query);
            return;
        }
        if (chosen.size() < Math.min(there, k + SPARE)) {
            compareAll(queries, query, themselves, k, found);
            return;
        }
        Nearest nearest = new Nearest(k);
        for (int i = 0; i < chosen.size(); i++) {
            nearest.offer(squared(chosen.row(i), queries, query * width, nearest.limit()), chosen.row(i));
        }
        // Every row that was not chosen is at least as far as the last chosen one, but for the error.
        if (chosen.size() < there && !(chosen.limit() - error > nearest.limit())) {
            compareAll(queries, query, themselves, k, found);
        } else {
            found.put(query, nearest);
        }
    }

    private void compareAll(float[] queries, int query, boolean themselves, int k, Found found) {
        if (isNoNumber(queries, query)) {
            found.putNothing(query);
            return;
        }
        Nearest nearest = new Nearest(k);
        for (int row = 0; row < count(); row++) {
            if (!(themselves && row == query)) {
                nearest.offer(squared(row, queries, query * width, nearest.limit()), row);
            }
        }
        found.put(query, nearest);
    }

    private boolean isNoNumber(float[] queries, int query) {
        for (int i = query * width; i < (query + 1) * width; i++) {
            if (!Float.isFinite(queries[i])) {
                return true;
            }
        }
        return false;
    }

    /** The squared distance, or infinity as soon as it is known to be above a limit. */
    private double squared(int row, float[] queries, int at, double limit) {
        int start = row * width;
        double even = 0;
        double odd = 0;
        for (int i = 0; i < width; ) {
            int end = Math.min(width, i + STRIDE);
            for (; i + 1 < end; i += 2) {
                double one = (double) rows[start + i] - queries[at + i];
                double other = (double) rows[start + i + 1] - queries[at + i + 1];
                even += one * one;
                odd += other * other;
            }
            for (; i < end; i++) {
                double one = (double) rows[start + i] - queries[at + i];
                even += one * one;
            }
            if (even + odd > limit) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return even + odd;
    }
}
