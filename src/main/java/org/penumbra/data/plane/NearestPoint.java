package org.penumbra.data.plane;

/**
 * Finds the nearest of fixed points in the plane: a balanced k-d tree (Bentley, 1975) laid out in one array. The
 * middle of a stretch of the array splits it, by x and y in turn; what lies before it is on its lower side. Building
 * takes O(n log n) steps, a search O(log n) for points that are spread out.
 */
final class NearestPoint {

    private final double[] x;
    private final double[] y;
    private final int[] order;

    /** Indexes n points; the arrays are kept and must not change. */
    NearestPoint(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        order = new int[x.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        split(0, order.length, true);
    }

    /** Distance of (px, py) from the nearest point but this one; pass -1 to leave none out. */
    double distance(double px, double py, int except) {
        return Math.sqrt(search(0, order.length, true, px, py, except, Double.POSITIVE_INFINITY));
    }

    private double search(int from, int to, boolean byX, double px, double py, int except, double best) {
        if (from >= to) {
            return best;
        }
        int middle = (from + to) >>> 1;
        int point = order[middle];
        double dx = px - x[point];
        double dy = py - y[point];
        double nearest = point == except ? best : Math.min(best, dx * dx + dy * dy);
        double beyond = byX ? dx : dy;
        boolean lowerFirst = beyond < 0;
        nearest = lowerFirst
                ? search(from, middle, !byX, px, py, except, nearest)
                : search(middle + 1, to, !byX, px, py, except, nearest);
        if (beyond * beyond < nearest) {
            nearest = lowerFirst
                    ? search(middle + 1, to, !byX, px, py, except, nearest)
                    : search(from, middle, !byX, px, py, except, nearest);
        }
        return nearest;
    }

    private void split(int from, int to, boolean byX) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(byX ? x : y, from, to - 1, middle);
        split(from, middle, !byX);
        split(middle + 1, to, !byX);
    }

    /** Hoare's selection: afterwards nothing before {@code wanted} has a greater key, nothing behind a smaller one. */
    private void select(double[] key, int low, int high, int wanted) {
        while (low < high) {
            double pivot = key[order[(low + high) >>> 1]];
            int up = low;
            int down = high;
            while (up <= down) {
                while (key[order[up]] < pivot) {
                    up++;
                }
                while (key[order[down]] > pivot) {
                    down--;
                }
                if (up <= down) {
                    int kept = order[up];
                    order[up++] = order[down];
                    order[down--] = kept;
                }
            }
            if (wanted <= down) {
                high = down;
            } else if (wanted >= up) {
                low = up;
            } else {
                return;
            }
        }
    }
}
