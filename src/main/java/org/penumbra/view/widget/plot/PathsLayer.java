package org.penumbra.view.widget.plot;

import java.util.Arrays;
import java.util.List;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.widget.PixelPicture;

/**
 * Paths over a heatmap, painted straight into pixels: dark with a light rim, so that they show on any colour and are not
 * taken for the light lines of a {@link LinesLayer}. A ring marks where a path starts, a filled mark where it ends. The
 * picture is kept until the paths, the view of the plane or its size change.
 */
public final class PathsLayer extends KeptLayer {

    private static final int PAPER = 0xFFFFFFFF;
    private static final double SHORTEST = 1.5;

    /** What a path ends in; the shapes are told apart without colours. */
    public enum Mark {
        DISC,
        DIAMOND
    }

    /**
     * A path.
     *
     * @param places x0, y0, x1, y1, ..., data units, the start first
     * @param bold   whether it is what the picture is about
     * @param mark   at its end
     * @param fill   of that mark, opaque ARGB
     */
    public record Trace(float[] places, boolean bold, Mark mark, int fill) {}

    /** Half-widths, layout pixels: of the ink, of the rim around it; radii of the marks. */
    private record Pen(double ink, double rim, double start, double end) {

        static final Pen BOLD = new Pen(1.3, 1.3, 4.5, 7);
        static final Pen FINE = new Pen(0.6, 0.9, 3.5, 4.5);
    }

    private final LineDistances distances = new LineDistances();
    private List<Trace> traces = List.of();
    /** What is painted onto. */
    private PixelPicture picture;

    /** Shows these from now on, the last on top; none for an empty list. */
    public void show(List<Trace> shown) {
        traces = List.copyOf(shown);
        changed();
    }

    @Override
    boolean isEmpty() {
        return traces.isEmpty();
    }

    @Override
    void paint(PixelPicture onto, PlaneScale scale, double density) {
        picture = onto;
        Arrays.fill(picture.pixels(), 0);
        for (Trace trace : traces) {
            if (trace.places().length >= 2) {
                draw(trace, scale, density);
            }
        }
    }

    private void draw(Trace trace, PlaneScale scale, double density) {
        Pen pen = trace.bold() ? Pen.BOLD : Pen.FINE;
        float[] places = trace.places();
        double[] pixels = new double[places.length];
        for (int i = 0; i < places.length; i += 2) {
            pixels[i] = scale.screenX(places[i]) * picture.columns() / scale.width();
            pixels[i + 1] = scale.screenY(places[i + 1]) * picture.rows() / scale.height();
        }
        line(pixels, pen, density);
        int last = pixels.length - 2;
        double rim = pen.rim() * density;
        double ink = 2 * pen.ink() * density;
        mark(Mark.DISC, pixels[0], pixels[1], pen.start() * density, rim, ink, PAPER);
        // One that has left the picture waits whole at the border it went over.
        double reach = (pen.end() + pen.rim()) * density + 1;
        mark(
                trace.mark(),
                within(pixels[last], reach, picture.columns()),
                within(pixels[last + 1], reach, picture.rows()),
                pen.end() * density,
                rim,
                ink,
                trace.fill());
    }

    private static double within(double wanted, double reach, double size) {
        return Math.max(Math.min(reach, size / 2), Math.min(Math.max(size - reach, size / 2), wanted));
    }

    private void line(double[] pixels, Pen pen, double density) {
        double reach = (pen.ink() + pen.rim() + 0.5) * density + 1;
        distances.begin(picture.columns(), picture.rows());
        double x = pixels[0];
        double y = pixels[1];
        for (int at = 2; at < pixels.length; at += 2) {
            // Steps within a pixel or so are one as far as the eye can tell.
            if (at + 2 == pixels.length
                    || Math.abs(pixels[at] - x) + Math.abs(pixels[at + 1] - y) >= SHORTEST * density) {
                distances.add(x, y, pixels[at], pixels[at + 1], reach);
                x = pixels[at];
                y = pixels[at + 1];
            }
        }
        float[] squared = distances.squared();
        int[] shown = picture.pixels();
        for (int i = 0; i < shown.length; i++) {
            if (squared[i] < reach * reach) {
                double away = Math.sqrt(squared[i]);
                int rimmed = over(shown[i], PAPER, 0.9 * covered((pen.ink() + pen.rim()) * density - away));
                shown[i] = over(rimmed, ClassColours.INK, covered(pen.ink() * density - away));
            }
        }
    }

    /** A filled shape with a line of ink around it and a rim around that. */
    private void mark(Mark shape, double x, double y, double radius, double rim, double ink, int fill) {
        double outer = radius + rim;
        int reach = (int) Math.ceil(outer + 1);
        // A place may lie very far outside of the picture.
        if (x < -reach || y < -reach || x > picture.columns() + reach || y > picture.rows() + reach) {
            return;
        }
        for (int row = (int) Math.max(0, y - reach); row < Math.min(picture.rows(), y + reach); row++) {
            for (int column = (int) Math.max(0, x - reach); column < Math.min(picture.columns(), x + reach); column++) {
                double dx = Math.abs(column + 0.5 - x);
                double dy = Math.abs(row + 0.5 - y);
                // The distance to a diamond's side, so that its lines are as wide as a disc's.
                double away = shape == Mark.DISC ? Math.hypot(dx, dy) : (dx + dy) / Math.sqrt(2) + 0.12 * radius;
                int at = row * picture.columns() + column;
                int pixel = over(picture.pixels()[at], PAPER, 0.9 * covered(outer - away));
                pixel = over(pixel, ClassColours.INK, covered(radius - away));
                picture.pixels()[at] = over(pixel, fill, covered(radius - ink - away));
            }
        }
    }

    private static double covered(double inside) {
        return Math.max(0, Math.min(1, inside + 0.5));
    }

    /** An opaque colour that covers a part, 0 to 1, of a premultiplied pixel. */
    private static int over(int below, int colour, double coverage) {
        if (coverage == 0) {
            return below;
        }
        double rest = 1 - coverage;
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            long channel = Math.round((colour >>> shift & 0xFF) * coverage + (below >>> shift & 0xFF) * rest);
            result |= (int) channel << shift;
        }
        return result;
    }
}
