package org.penumbra.data.ink;

import java.util.List;

/**
 * A line of ink: points joined by straight pieces, each point with its pen's radius. All three in the same unit, y
 * downwards.
 *
 * @param x      at least 1
 * @param y      as many
 * @param radius as many, at least 0
 */
public record InkLine(float[] x, float[] y, float[] radius) {

    /** Most pixels a side of the raster is long: three a pixel of the final box, as a scanner would see more. */
    private static final int LONGEST = 3 * DigitBox.SIZE;

    /** A stroke drawn by a round brush of this radius; the eraser is wider. */
    static InkLine of(Stroke stroke, double brush) {
        double radius = stroke.erases() ? Stroke.ERASER * brush : brush;
        int count = stroke.points().size();
        InkLine line = new InkLine(new float[count], new float[count], new float[count]);
        for (int i = 0; i < count; i++) {
            line.x[i] = (float) stroke.points().get(i).x();
            line.y[i] = (float) stroke.points().get(i).y();
            line.radius[i] = (float) radius;
        }
        return line;
    }

    /** The lines, drawn as large as a raster of 60 pixels a side allows, cropped to their ink. */
    public static Ink draw(List<InkLine> lines) {
        float left = Float.POSITIVE_INFINITY;
        float top = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float bottom = Float.NEGATIVE_INFINITY;
        for (InkLine line : lines) {
            for (int i = 0; i < line.x.length; i++) {
                left = Math.min(left, line.x[i] - line.radius[i]);
                right = Math.max(right, line.x[i] + line.radius[i]);
                top = Math.min(top, line.y[i] - line.radius[i]);
                bottom = Math.max(bottom, line.y[i] + line.radius[i]);
            }
        }
        float scale = LONGEST / Math.max(right - left, bottom - top);
        int width = pixels((right - left) * scale);
        int height = pixels((bottom - top) * scale);
        // The ink lies in the middle of the pixels the shorter side was rounded up to.
        float shiftX = (width - (right - left) * scale) / 2 - left * scale;
        float shiftY = (height - (bottom - top) * scale) / 2 - top * scale;
        InkCanvas canvas = new InkCanvas(width, height);
        for (InkLine line : lines) {
            canvas.draw(line.placed(scale, shiftX, shiftY));
        }
        return canvas.ink();
    }

    /** Scaled, then moved. */
    InkLine placed(float scale, float shiftX, float shiftY) {
        InkLine placed = new InkLine(new float[x.length], new float[x.length], new float[x.length]);
        for (int i = 0; i < x.length; i++) {
            placed.x[i] = x[i] * scale + shiftX;
            placed.y[i] = y[i] * scale + shiftY;
            placed.radius[i] = radius[i] * scale;
        }
        return placed;
    }

    private static int pixels(float length) {
        // What passes a whole number by a rounding error gets no pixel of its own.
        return Math.max(1, Math.min(LONGEST, (int) Math.ceil(length - 1e-3f)));
    }
}
