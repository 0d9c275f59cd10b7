package org.penumbra.view.widget.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.penumbra.data.plane.Grid;
import org.penumbra.view.widget.PixelPicture;

/**
 * Paints a heatmap at the screen's own resolution: the picture of the grid, interpolated between the centres of its
 * cells, with layers over it. Doing this in one pass over an array leaves a single unscaled image to draw, which is
 * what makes the pictures cheap where JavaFX has no graphics card to lean on.
 */
final class PlotPainter {

    private PixelPicture target;
    /** For each pixel column the grid column left of it, -1 outside, and how far it is to the next, in 256ths. */
    private int[] columns = {};

    private int[] weights = {};
    /** Two neighbouring rows of the grid, stretched to the plot's width. */
    private int[] upper = {};

    private int[] lower = {};
    private int[] mixed = {};

    /**
     * Paints.
     *
     * @param scale      where the plane lies on the plot
     * @param density    device pixels in a pixel of the layout
     * @param background opaque ARGB where the picture does not reach
     * @param picture    one opaque pixel a cell, or null
     * @param grid       where its cells lie
     * @param layers     premultiplied pictures as large as the result, the last on top
     * @return the result, overwritten by the next call
     */
    PixelPicture paint(
            PlaneScale scale,
            double density,
            int background,
            PixelPicture picture,
            Grid grid,
            List<PixelPicture> layers) {
        int width = Math.max(1, (int) Math.round(scale.width() * density));
        int height = Math.max(1, (int) Math.round(scale.height() * density));
        if (target == null || target.columns() != width || target.rows() != height) {
            target = new PixelPicture(width, height);
        }
        if (picture == null) {
            Arrays.fill(target.pixels(), background);
        } else {
            interpolate(scale, background, picture, grid);
        }
        layers.stream().filter(Objects::nonNull).forEach(layer -> blend(target.pixels(), layer.pixels()));
        target.changed();
        return target;
    }

    /** Stretches each row of the grid once, then mixes neighbours: few gathers, and the many mixes vectorise. */
    private void interpolate(PlaneScale scale, int background, PixelPicture picture, Grid grid) {
        int width = target.columns();
        int height = target.rows();
        findColumns(scale, grid, width);
        var region = grid.region();
        int stretched = -2;
        for (int y = 0, at = 0; y < height; y++, at += width) {
            double down =
                    (region.yMax() - scale.dataY((y + 0.5) * scale.height() / height)) * grid.rows() / region.height();
            if (down < 0 || down >= grid.rows()) {
                Arrays.fill(target.pixels(), at, at + width, background);
                continue;
            }
            double centre = Math.min(Math.max(down - 0.5, 0), grid.rows() - 1);
            int row = (int) centre;
            if (row != stretched) {
                if (row == stretched + 1) {
                    int[] kept = upper;
                    upper = lower;
                    lower = kept;
                } else {
                    stretch(picture, row, background, upper);
                }
                stretch(picture, Math.min(row + 1, grid.rows() - 1), background, lower);
                stretched = row;
            }
            mix(upper, lower, (int) Math.round(256 * (centre - row)), mixed);
            System.arraycopy(mixed, 0, target.pixels(), at, width);
        }
    }

    private void findColumns(PlaneScale scale, Grid grid, int width) {
        if (columns.length != width) {
            columns = new int[width];
            weights = new int[width];
            upper = new int[width];
            lower = new int[width];
            mixed = new int[width];
        }
        var region = grid.region();
        for (int x = 0; x < width; x++) {
            double right =
                    (scale.dataX((x + 0.5) * scale.width() / width) - region.xMin()) * grid.columns() / region.width();
            double centre = Math.min(Math.max(right - 0.5, 0), grid.columns() - 1);
            int column = (int) centre;
            columns[x] = right < 0 || right >= grid.columns() ? -1 : column;
            weights[x] = (int) Math.round(256 * (centre - column));
        }
    }

    private void stretch(PixelPicture picture, int row, int background, int[] result) {
        int[] pixels = picture.pixels();
        int first = row * picture.columns();
        int last = picture.columns() - 1;
        for (int x = 0; x < result.length; x++) {
            int column = columns[x];
            result[x] = column < 0
                    ? background
                    : mix(pixels[first + column], pixels[first + Math.min(column + 1, last)], weights[x]);
        }
    }

    private static void mix(int[] first, int[] second, int weight, int[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = mix(first[i], second[i], weight);
        }
    }

    /** Two opaque colours, the second with a weight of 0 to 256, rounded; two channels at a time. */
    private static int mix(int first, int second, int weight) {
        int rest = 256 - weight;
        int redBlue = ((first & 0xFF00FF) * rest + (second & 0xFF00FF) * weight + 0x800080) >>> 8 & 0xFF00FF;
        int green = ((first >>> 8 & 0xFF) * rest + (second >>> 8 & 0xFF) * weight + 0x80) & 0xFF00;
        return 0xFF000000 | redBlue | green;
    }

    /** Without a branch, so that it vectorises: most pixels of a layer are empty, but not predictably so. */
    private static void blend(int[] below, int[] layer) {
        for (int i = 0; i < below.length; i++) {
            int over = layer[i];
            int rest = 256 - (over >>> 24);
            int redBlue = (below[i] & 0xFF00FF) * rest >>> 8 & 0xFF00FF;
            int green = (below[i] >>> 8 & 0xFF) * rest & 0xFF00;
            below[i] = 0xFF000000 | (over & 0xFFFFFF) + (redBlue | green);
        }
    }
}
