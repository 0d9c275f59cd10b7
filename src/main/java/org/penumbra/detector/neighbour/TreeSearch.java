package org.penumbra.detector.neighbour;

import java.util.Arrays;
import org.penumbra.detector.FitWatcher;
import org.penumbra.net.Cores;

/**
 * Search among rows of few numbers by a tree: at every fork the rows are halved along the direction in which they spread most,
 * and a half that lies farther than what was found is passed over. Source: Friedman, Bentley and Finkel, ACM Transactions on
 * Mathematical Software, 1977.
 */
final class TreeSearch implements Search {

    /** Rows of a leaf, which are compared one by one. */
    private static final int LEAF = 8;
    /** Queries between two looks at the watcher. */
    private static final int CHUNK = 1024;

    private final double[] rows;
    private final int width;
    /** Numbers of the rows, in the order of the leaves. */
    private final int[] order;
    /** The direction of each fork, numbered as in a heap, and where along it the halves meet. */
    private final int[] direction;

    private final double[] border;

    /** @param rows row-major, finite, at least one; not copied */
    TreeSearch(double[] rows, int width) {
        this.rows = rows;
        this.width = width;
        int count = rows.length / width;
        order = new int[count];
        Arrays.setAll(order, i -> i);
        int forks = 1;
        while (count > (long) forks * LEAF) {
            forks *= 2;
        }
        direction = new int[forks];
        border = new double[forks];
        build(1, 0, count);
    }

    static TreeSearch among(float[] rows, int width) {
        return new TreeSearch(doubles(rows), width);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private void build(int fork, int from, int to) {
        if (fork >= direction.length) {
            return;
        }
        int widest = widest(from, to);
        int middle = (from + to) >>> 1;
        sort(from, to, widest);
        direction[fork] = widest;
        border[fork] = middle < to ? rows[order[middle] * width + widest] : 0;
        build(2 * fork, from, middle);
        build(2 * fork + 1, middle, to);
    }

    private int widest(int from, int to) {
        int widest = 0;
        double most = -1;
        for (int i = 0; i < width; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int place = from; place < to; place++) {
                double value = rows[order[place] * width + i];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (high - low > most) {
                most = high - low;
                widest = i;
            }
        }
        return widest;
    }

    private void sort(int from, int to, int along) {
        Integer[] part = new Integer[to - from];
        Arrays.setAll(part, i -> order[from + i]);
        Arrays.sort(part, (one, other) -> Double.compare(rows[one * width + along], rows[other * width + along]));
        for (int i = 0; i < part.length; i++) {
            order[from + i] = part[i];
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int count() {
        return order.length;
    }

    @Override
    public Found nearest(float[] queries, int k, boolean themselves, FitWatcher watcher) {
        return nearest(doubles(queries), k, themselves, watcher);
    }

    /** The same of queries in double precision. */
    Found nearest(double[] queries, int k, boolean themselves, FitWatcher watcher) {
        check(queries.length, k, themselves);
        int count = queries.length / width;
        Found found = Found.empty(count, k);
        int step = CHUNK * Cores.count();
        for (int from = 0; from < count; from += step) {
            watcher.at((double) from / count);
            int first = from;
            int parts = Math.min(Cores.count(), (count - from + CHUNK - 1) / CHUNK);
            Cores.run(parts, part -> {
                Nearest nearest = new Nearest(k);
                int begin = first + part * CHUNK;
                for (int query = begin; query < Math.min(count, begin + CHUNK); query++) {
                    answer(queries, query, themselves, nearest, found);
                }
            });
        }
        watcher.at(1);
        return found;
    }

    private void answer(double[] queries, int query, boolean themselves, Nearest nearest, Found found) {
        for (int i = query * width; i < (query + 1) * width; i++) {
            if (!Double.isFinite(queries[i])) {
                found.putNothing(query);
                return;
            }
        }
        nearest.clear();
        visit(1, 0, order.length, queries, query * width, themselves ? query : -1, nearest);
        found.put(query, nearest);
    }

    private void visit(int fork, int from, int to, double[] queries, int at, int leftOut, Nearest nearest) {
        if (fork >= direction.length) {
            for (int place = from; place < to; place++) {
                int row = order[place];
                if (row != leftOut) {
                    nearest.offer(squared(row, queries, at), row);
                }
            }
            return;
        }
        int middle = (from + to) >>> 1;
        double beyond = queries[at + direction[fork]] - border[fork];
        if (beyond < 0) {
            visit(2 * fork, from, middle, queries, at, leftOut, nearest);
            // A row just as far may still count, as it may stand before the others.
            if (beyond * beyond <= nearest.limit()) {
                visit(2 * fork + 1, middle, to, queries, at, leftOut, nearest);
            }
        } else {
            visit(2 * fork + 1, middle, to, queries, at, leftOut, nearest);
            if (beyond * beyond <= nearest.limit()) {
                visit(2 * fork, from, middle, queries, at, leftOut, nearest);
            }
        }
    }

    private double squared(int row, double[] queries, int at) {
        double sum = 0;
        int start = row * width;
        for (int i = 0; i < width; i++) {
            double difference = rows[start + i] - queries[at + i];
            sum += difference * difference;
        }
        return sum;
    }
}
