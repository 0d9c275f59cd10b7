package org.penumbra.view.widget.plot;

import java.util.List;
import org.penumbra.data.plane.Grid;
import org.penumbra.view.widget.PixelPicture;

/**
 * Lines over a heatmap, white on a dark halo so that they show on any colour, painted straight into pixels: each pixel's
 * distance to the nearest line tells how much of it is covered, so that joints are smooth and crossings are not doubled.
 * The picture is kept until the lines, the view of the plane or its size change.
 */
public final class LinesLayer extends KeptLayer {
    /** Half-widths of the white core and of the dark halo, layout pixels, and how much of each is seen. */
    private record Pen(double core, double opacity, double halo, double haloOpacity) {

        static final Pen FULL = new Pen(0.8, 1, 1.9, 0.7);
        static final Pen FINE = new Pen(0.35, 0.75, 0.85, 0.4);
    }

    private static final double SHORTEST = 2;
    /** Colours tabulated, by squared distance. */
    private static final int COLOURS = 512;

    private final Pen pen;
    private List<float[]> lines = List.of();
    private Grid grid;
    private final LineDistances distances = new LineDistances();

    /** Bold lines. */
    public LinesLayer() {
        this(Pen.FULL);
    }

    private LinesLayer(Pen pen) {
        this.pen = pen;
    }

    /** Hair lines, which hide next to nothing. */
    public static LinesLayer fine() {
        return new LinesLayer(Pen.FINE);
    }

    /**
     * What to show from now on.
     *
     * @param lines each x0, y0, x1, y1, ... in grid coordinates: whole numbers at the centres of cells
     * @param grid  where the cells lie; null shows nothing
     */
    public void show(List<float[]> lines, Grid grid) {
        this.lines = lines;
        this.grid = grid;
        changed();
    }

    @Override
    boolean isEmpty() {
        return grid == null || lines.isEmpty();
    }

    @Override
    void paint(PixelPicture picture, PlaneScale scale, double density) {
        int width = picture.columns();
        int height = picture.rows();
        distances.begin(width, height);
        double left = scale.screenX(grid.x(0)) * width / scale.width();
        double top = scale.screenY(grid.y(0)) * height / scale.height();
        double stepX =
                grid.region().width() / grid.columns() * width / scale.region().width();
        double stepY =
                grid.region().height() / grid.rows() * height / scale.region().height();
        double reach = (pen.halo() + 0.5) * density + 1;
        for (float[] line : lines) {
            double x0 = left + line[0] * stepX;
            double y0 = top + line[1] * stepY;
            for (int at = 2; at + 1 < line.length; at += 2) {
                double x1 = left + line[at] * stepX;
                double y1 = top + line[at + 1] * stepY;
                // Several corners within a pixel or two are one as far as the eye can tell.
                if (at + 3 < line.length && Math.abs(x1 - x0) + Math.abs(y1 - y0) < SHORTEST * density) {
                    continue;
                }
                distances.add(x0, y0, x1, y1, reach);
                x0 = x1;
                y0 = y1;
            }
        }
        colour(picture.pixels(), density);
    }

    private void colour(int[] pixels, double density) {
        double farthest = (pen.halo() + 0.5) * density;
        int[] table = new int[COLOURS + 1];
        for (int i = 0; i < COLOURS; i++) {
            table[i] = colour(Math.sqrt((i + 0.5) / COLOURS) * farthest, density);
        }
        float scale = (float) (COLOURS / (farthest * farthest));
        float[] distance = distances.squared();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = table[(int) Math.min(COLOURS, distance[i] * scale)];
        }
    }

    /** Premultiplied: the core's white over the halo's black. */
    private int colour(double distance, double density) {
        double core = pen.opacity() * covered(pen.core() * density - distance);
        double halo = pen.haloOpacity() * covered(pen.halo() * density - distance);
        int alpha = (int) Math.round(255 * (core + halo * (1 - core)));
        int white = Math.min(alpha, (int) Math.round(255 * core));
        return alpha << 24 | white << 16 | white << 8 | white;
    }

    private static double covered(double inside) {
        return Math.max(0, Math.min(1, inside + 0.5));
    }
}
