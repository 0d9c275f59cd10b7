package org.penumbra.view.widget.plot;

import java.util.Arrays;
import org.penumbra.data.plane.PointSet;
import org.penumbra.view.widget.PixelPicture;

/**
 * Labelled points as small discs with a rim, painted straight into pixels: thousands cost about a millisecond. The
 * picture is kept until the points, the view of the plane or its size change. Discs shrink where points are many.
 */
public final class PointsLayer extends KeptLayer {
    /** Discs are stamped at this many positions within a pixel in each direction. */
    private static final int PHASES = 4;

    private static final double SMALLEST = 1.5;
    private static final double LARGEST = 4.5;
    private static final double RIM = 0.8;

    private PointSet points;
    private int[] colours = {};
    private int rim = 0xFF000000;
    private Bounds bounds;

    /**
     * What to show from now on.
     *
     * @param points  null shows nothing
     * @param colours opaque ARGB, one a class
     * @param rim     opaque ARGB of the discs' rims
     */
    public void show(PointSet points, int[] colours, int rim) {
        if (points != this.points || rim != this.rim || !Arrays.equals(colours, this.colours)) {
            if (points != null && colours.length < points.classes()) {
                throw new IllegalArgumentException(
                        points.classes() + " classes need as many colours, but got " + colours.length);
            }
            this.points = points;
            this.colours = colours.clone();
            this.rim = rim;
            bounds = points == null || points.size() == 0 ? null : Bounds.of(points);
            changed();
        }
    }

    @Override
    boolean isEmpty() {
        return bounds == null;
    }

    /** Radius of the discs in layout pixels: smaller the closer the points lie on the screen. */
    double radius(PlaneScale scale) {
        double area = bounds.width()
                * scale.width()
                / scale.region().width()
                * bounds.height()
                * scale.height()
                / scale.region().height();
        return Math.min(LARGEST, Math.max(SMALLEST, 0.36 * Math.sqrt(area / points.size())));
    }

    @Override
    void paint(PixelPicture picture, PlaneScale scale, double density) {
        int columns = picture.columns();
        int rows = picture.rows();
        int[] pixels = picture.pixels();
        Arrays.fill(pixels, 0);
        Stamp stamp = Stamp.of(radius(scale) * density, RIM * density);
        int border = stamp.size;
        // A second disc of the same class in the same pixel would hardly be seen, and crowds have many.
        int[] stamped = new int[(columns + 2 * border) * (rows + 2 * border)];
        for (int point = 0; point < points.size(); point++) {
            double x = scale.screenX(points.x(point)) * columns / scale.width();
            double y = scale.screenY(points.y(point)) * rows / scale.height();
            if (x >= -border && y >= -border && x < columns + border && y < rows + border) {
                int label = points.labels()[point];
                int at = ((int) Math.floor(y) + border) * (columns + 2 * border) + (int) Math.floor(x) + border;
                if (stamped[at] != label + 1) {
                    stamped[at] = label + 1;
                    stamp.press(pixels, columns, rows, x, y, colours[label], rim);
                }
            }
        }
    }

    private record Bounds(double width, double height) {
        static Bounds of(PointSet points) {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int point = 0; point < points.size(); point++) {
                left = Math.min(left, points.x(point));
                right = Math.max(right, points.x(point));
                low = Math.min(low, points.y(point));
                high = Math.max(high, points.y(point));
            }
            // A single point, or points in a row, still lie on some area.
            return new Bounds(Math.max(right - left, 1e-3), Math.max(high - low, 1e-3));
        }
    }

    /** A disc and its rim at every phase, as coverages 0 to 255. */
    private static final class Stamp {
        private final int size;
        private final byte[][] disc;
        private final byte[][] ring;

        private Stamp(int size, byte[][] disc, byte[][] ring) {
            this.size = size;
            this.disc = disc;
            this.ring = ring;
        }

        static Stamp of(double radius, double rim) {
            int size = (int) Math.ceil(2 * (radius + rim)) + 2;
            byte[][] disc = new byte[PHASES * PHASES][size * size];
            byte[][] ring = new byte[PHASES * PHASES][size * size];
            for (int phase = 0; phase < PHASES * PHASES; phase++) {
                double centreX = size / 2 + (phase % PHASES + 0.5) / PHASES;
                double centreY = size / 2 + (phase / PHASES + 0.5) / PHASES;
                for (int cell = 0; cell < size * size; cell++) {
                    double away = Math.hypot(cell % size + 0.5 - centreX, cell / size + 0.5 - centreY);
                    disc[phase][cell] = coverage(radius - away);
                    // The rim is faint, so that crowded points keep their colour.
                    ring[phase][cell] = (byte) ((coverage(radius + rim - away) & 0xFF) * 0.4);
                }
            }
            return new Stamp(size, disc, ring);
        }

        private static byte coverage(double inside) {
            return (byte) Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
        }

        void press(int[] pixels, int columns, int rows, double x, double y, int colour, int rim) {
            int wholeX = (int) Math.floor(x);
            int wholeY = (int) Math.floor(y);
            int phase = (int) ((y - wholeY) * PHASES) * PHASES + (int) ((x - wholeX) * PHASES);
            int left = wholeX - size / 2;
            int top = wholeY - size / 2;
            for (int row = Math.max(0, -top); row < size && top + row < rows; row++) {
                for (int column = Math.max(0, -left); column < size && left + column < columns; column++) {
                    int at = (top + row) * columns + left + column;
                    int cell = row * size + column;
                    int covered = disc[phase][cell] & 0xFF;
                    int rimmed = ring[phase][cell] & 0xFF;
                    if (covered == 255) {
                        pixels[at] = colour;
                    } else if (rimmed != 0) {
                        pixels[at] = over(over(pixels[at], rim, rimmed), colour, covered);
                    }
                }
            }
        }

        /** An opaque colour with a coverage 0 to 255 over a premultiplied one. */
        private static int over(int below, int colour, int coverage) {
            if (coverage == 0) {
                return below;
            }
            int rest = 255 - coverage;
            int alpha = coverage + by255((below >>> 24) * rest);
            int red = by255((colour >> 16 & 0xFF) * coverage + (below >> 16 & 0xFF) * rest);
            int green = by255((colour >> 8 & 0xFF) * coverage + (below >> 8 & 0xFF) * rest);
            int blue = by255((colour & 0xFF) * coverage + (below & 0xFF) * rest);
            return alpha << 24 | Math.min(red, alpha) << 16 | Math.min(green, alpha) << 8 | Math.min(blue, alpha);
        }

        /** A number up to 255 * 255 divided by 255, without a division. */
        private static int by255(int number) {
            return (number + 128) * 257 >> 16;
        }
    }
}
