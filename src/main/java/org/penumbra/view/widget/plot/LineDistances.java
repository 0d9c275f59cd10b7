package org.penumbra.view.widget.plot;

import java.util.Arrays;

/** How far each pixel of a picture is from the nearest of some lines, so that joints are smooth and crossings not doubled. */
final class LineDistances {

    private int width;
    private int height;
    private float[] squared = {};

    /** Begins anew: no line yet. */
    void begin(int columns, int rows) {
        if (squared.length != columns * rows) {
            squared = new float[columns * rows];
        }
        width = columns;
        height = rows;
        Arrays.fill(squared, Float.MAX_VALUE);
    }

    /**
     * Adds a line from one place to another, device pixels.
     *
     * @param reach distances beyond this need not be right
     */
    void add(double x0, double y0, double x1, double y1, double reach) {
        int firstX = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
        int lastX = (int) Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
        int firstY = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach));
        int lastY = (int) Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double scale = dx * dx + dy * dy == 0 ? 0 : 1 / (dx * dx + dy * dy);
        for (int y = firstY; y <= lastY; y++) {
            double py = y + 0.5 - y0;
            for (int x = firstX; x <= lastX; x++) {
                double px = x + 0.5 - x0;
                double along = Math.max(0, Math.min(1, (px * dx + py * dy) * scale));
                double ox = px - along * dx;
                double oy = py - along * dy;
                int at = y * width + x;
                squared[at] = Math.min(squared[at], (float) (ox * ox + oy * oy));
            }
        }
    }

    /** Squared distances, row by row from the top; very large where no line is near. Valid until the next beginning. */
    float[] squared() {
        return squared;
    }
}
