package org.penumbra.paint;

import java.util.Arrays;
import java.util.List;
import org.penumbra.data.ink.StrokeFont;

/**
 * A picture in the making, opaque, on which rectangles, pictures, lines with round ends and text are laid. Coordinates
 * are pixels from the upper left corner, whole numbers between pixels.
 */
public final class ArgbCanvas {

    private final int width;
    private final int height;
    private final int[] pixels;
    private final StrokeFont font;

    /**
     * A canvas of one colour.
     *
     * @param background 0xRRGGBB
     * @param font       for all that is written on it
     */
    public ArgbCanvas(int width, int height, int background, StrokeFont font) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.font = font;
        Arrays.fill(pixels, background | 0xFF000000);
    }

    /** What has been drawn so far; the canvas must not be used afterwards. */
    public ArgbImage picture() {
        return new ArgbImage(pixels, width, height);
    }

    /** Fills a rectangle; what lies outside is cut off. */
    public void fill(int x, int y, int wide, int high, int colour) {
        for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
            int from = Math.min(width, Math.max(0, x));
            Arrays.fill(pixels, row * width + from, row * width + Math.max(from, Math.min(width, x + wide)), colour);
        }
    }

    /** Lays a picture, which must fit. */
    public void lay(ArgbImage picture, int x, int y) {
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(picture.argb(), row * picture.width(), pixels, (y + row) * width + x, picture.width());
        }
    }

    /** Draws the outline of a rectangle, one pixel wide, just inside of it. */
    void outline(int x, int y, int wide, int high, int colour) {
        fill(x, y, wide, 1, colour);
        fill(x, y + high - 1, wide, 1, colour);
        fill(x, y, 1, high, colour);
        fill(x + wide - 1, y, 1, high, colour);
    }

    /** Writes a line of text: {@code anchor} 0 starts it at x, 0.5 puts its middle there, 1 ends it there. */
    public void text(String text, double x, double baseline, double capHeight, double anchor, double pen, int colour) {
        stroke(font.lines(text, x - anchor * textWidth(text, capHeight), baseline, capHeight), pen, colour);
    }

    /** Writes a line of text upwards, its middle at y, standing on a vertical line at x. */
    public void textUpwards(String text, double x, double y, double capHeight, double pen, int colour) {
        List<double[]> lines = font.lines(text, -textWidth(text, capHeight) / 2, 0, capHeight);
        for (double[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                double along = line[i];
                line[i] = x + line[i + 1];
                line[i + 1] = y - along;
            }
        }
        stroke(lines, pen, colour);
    }

    /** Width of a text in pixels. */
    public double textWidth(String text, double capHeight) {
        return font.width(text) * capHeight;
    }

    /** Draws polylines with a round pen, smooth at the edges. */
    void stroke(List<double[]> lines, double pen, int colour) {
        for (double[] line : lines) {
            stroke(line, pen, colour);
        }
    }

    /** The pixels of a whole line are covered together, so that its segments don't darken where they meet. */
    private void stroke(double[] line, double pen, int colour) {
        Box box = box(line, 0, line.length, pen);
        if (box.isEmpty()) {
            return;
        }
        float[] cover = new float[box.width() * box.height()];
        for (int i = 0; i + 1 < line.length; i += 2) {
            // A line of one point is a dot.
            int to = Math.min(i + 2, line.length - 2);
            cover(
                    cover,
                    box,
                    box(line, i, to + 2, pen),
                    new Segment(line[i], line[i + 1], line[to], line[to + 1]),
                    pen);
        }
        for (int y = box.top(), at = 0; y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++, at++) {
                if (cover[at] > 0) {
                    pixels[y * width + x] = blend(pixels[y * width + x], colour, cover[at]);
                }
            }
        }
    }

    private static void cover(float[] cover, Box whole, Box part, Segment segment, double pen) {
        for (int y = part.top(); y < part.bottom(); y++) {
            for (int x = part.left(); x < part.right(); x++) {
                double share = Math.min(1, pen / 2 + 0.5 - segment.distance(x + 0.5, y + 0.5));
                int at = (y - whole.top()) * whole.width() + x - whole.left();
                cover[at] = Math.max(cover[at], (float) share);
            }
        }
    }

    /** The pixels that a pen along the points of a line may touch. */
    private Box box(double[] line, int from, int to, double pen) {
        double reach = pen / 2 + 1;
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (int i = from; i < to; i += 2) {
            left = Math.min(left, line[i] - reach);
            right = Math.max(right, line[i] + reach);
            top = Math.min(top, line[i + 1] - reach);
            bottom = Math.max(bottom, line[i + 1] + reach);
        }
        return new Box(
                Math.max(0, (int) Math.floor(left)),
                Math.max(0, (int) Math.floor(top)),
                Math.min(width, (int) Math.ceil(right)),
                Math.min(height, (int) Math.ceil(bottom)));
    }

    /** Pixels from left and top to before right and bottom. */
    private record Box(int left, int top, int right, int bottom) {

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean isEmpty() {
            return right <= left || bottom <= top;
        }
    }

    private record Segment(double x1, double y1, double x2, double y2) {

        double distance(double x, double y) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double lengthSquared = dx * dx + dy * dy;
            double share =
                    lengthSquared == 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / lengthSquared));
            double awayX = x - x1 - share * dx;
            double awayY = y - y1 - share * dy;
            return Math.sqrt(awayX * awayX + awayY * awayY);
        }
    }

    private static int blend(int below, int above, double share) {
        int blended = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = below >> shift & 255;
            int to = above >> shift & 255;
            blended |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return blended;
    }
}
