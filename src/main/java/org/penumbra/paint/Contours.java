package org.penumbra.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of equal value through a field, by marching squares. The values are taken as samples at whole coordinates
 * (column, row), row 0 at the top, and as linear along the edges between them. On a saddle the mean of the four corners
 * decides which two stay joined. Squares with a corner that is not finite are left out.
 */
public final class Contours {

    private static final int NONE = -1;

    private final float[] values;
    private final int columns;
    private final int rows;
    private final float level;
    /** The one or two neighbours of each crossed edge along its line. Edge e runs right from sample e / 2 when e is
     * even, down from it when e is odd. */
    private final int[] links;

    private int[] crossed = new int[256];
    private int crossedCount;

    private Contours(float[] values, int columns, int rows, float level) {
        this.values = values;
        this.columns = columns;
        this.rows = rows;
        this.level = level;
        this.links = new int[4 * values.length];
        Arrays.fill(links, NONE);
    }

    /**
     * Traces one level.
     *
     * @param values  columns x rows numbers, row by row
     * @param columns samples a row, at least 1
     * @param rows    number of rows, at least 1
     * @param level   samples of at least this value are inside
     * @return lines as x, y pairs in grid coordinates, x from 0 to columns - 1, y from 0 to rows - 1; a closed line
     *         ends where it starts. Empty where nothing crosses the level
     */
    public static List<float[]> lines(float[] values, int columns, int rows, double level) {
        if (columns < 1 || rows < 1 || values.length != (long) columns * rows) {
            throw new IllegalArgumentException(
                    "a field of " + columns + " x " + rows + " cannot have " + values.length + " values");
        }
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("contour level: expected a finite number, but got " + level);
        }
        Contours contours = new Contours(values, columns, rows, (float) level);
        contours.march();
        return contours.join();
    }

    private void march() {
        for (int row = 0; row + 1 < rows; row++) {
            for (int sample = row * columns; sample + 1 < (row + 1) * columns; sample++) {
                float upperLeft = values[sample];
                float upperRight = values[sample + 1];
                float lowerLeft = values[sample + columns];
                float lowerRight = values[sample + columns + 1];
                int inside = (upperLeft >= level ? 1 : 0)
                        | (upperRight >= level ? 2 : 0)
                        | (lowerRight >= level ? 4 : 0)
                        | (lowerLeft >= level ? 8 : 0);
                // A NaN counts as outside above; the sum finds it, and infinities too.
                float sum = upperLeft + upperRight + lowerLeft + lowerRight;
                if (inside != 0 && inside != 15 && sum - sum == 0) {
                    cross(sample, inside, sum / 4 >= level);
                }
            }
        }
    }

    private void cross(int sample, int inside, boolean middleInside) {
        int top = 2 * sample;
        int left = top + 1;
        int right = left + 2;
        int bottom = top + 2 * columns;
        switch (inside) {
            case 1, 14 -> link(top, left);
            case 2, 13 -> link(top, right);
            case 4, 11 -> link(right, bottom);
            case 8, 7 -> link(left, bottom);
            case 3, 12 -> link(left, right);
            case 6, 9 -> link(top, bottom);
            default -> {
                // Saddle: upper left and lower right inside (5) or the other two (10).
                boolean cutsUpperRight = (inside == 5) == middleInside;
                link(top, cutsUpperRight ? right : left);
                link(bottom, cutsUpperRight ? left : right);
            }
        }
    }

    private void link(int one, int other) {
        attach(one, other);
        attach(other, one);
    }

    private void attach(int edge, int neighbour) {
        if (links[2 * edge] == NONE) {
            links[2 * edge] = neighbour;
            if (crossedCount == crossed.length) {
                crossed = Arrays.copyOf(crossed, 2 * crossedCount);
            }
            crossed[crossedCount++] = edge;
        } else {
            links[2 * edge + 1] = neighbour;
        }
    }

    /** Open lines first, each from one of its ends, then what is left: the closed ones. */
    private List<float[]> join() {
        List<float[]> lines = new ArrayList<>();
        for (int i = 0; i < crossedCount; i++) {
            if (links[2 * crossed[i]] != NONE && links[2 * crossed[i] + 1] == NONE) {
                addUnlessPoint(lines, follow(crossed[i]));
            }
        }
        for (int i = 0; i < crossedCount; i++) {
            if (links[2 * crossed[i]] != NONE) {
                addUnlessPoint(lines, follow(crossed[i]));
            }
        }
        return lines;
    }

    /** A sample that equals the level and is a peak makes a line without length. */
    private static void addUnlessPoint(List<float[]> lines, float[] line) {
        if (line.length > 2) {
            lines.add(line);
        }
    }

    private float[] follow(int start) {
        float[] line = new float[64];
        int length = 0;
        for (int edge = start; edge != NONE; ) {
            if (length + 2 > line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            place(edge, line, length);
            if (length == 0 || line[length] != line[length - 2] || line[length + 1] != line[length - 1]) {
                length += 2;
            }
            edge = leave(edge);
        }
        return Arrays.copyOf(line, length);
    }

    /** The next edge along the line, or none; the link is used up both ways. */
    private int leave(int edge) {
        int next = links[2 * edge] != NONE ? links[2 * edge] : links[2 * edge + 1];
        if (next != NONE) {
            unlink(edge, next);
            unlink(next, edge);
        }
        return next;
    }

    private void unlink(int edge, int neighbour) {
        links[2 * edge + (links[2 * edge] == neighbour ? 0 : 1)] = NONE;
    }

    /** Where an edge crosses the level. */
    private void place(int edge, float[] line, int at) {
        int sample = edge / 2;
        boolean down = (edge & 1) == 1;
        float from = values[sample];
        float to = values[down ? sample + columns : sample + 1];
        float share = (level - from) / (to - from);
        line[at] = sample % columns + (down ? 0 : share);
        line[at + 1] = sample / columns + (down ? share : 0);
    }
}
