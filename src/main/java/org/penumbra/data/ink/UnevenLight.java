package org.penumbra.data.ink;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ink on paper that is not equally bright everywhere: a photograph on which the light falls off, a shadow lies, or the lens
 * darkens the corners. Light multiplies, so ink is told by how much darker (or lighter) it is than the paper just there.
 *
 * <p>The paper's brightness is found in two steps, on the logarithm of the levels. A smooth surface follows the light as it
 * falls off; what remains, edges of shadows above all, is followed by filling in all that is narrower than a quarter of the
 * picture, which strokes are. Of four surfaces, from a level one to one of degree 3, the one that leaves least is taken: an
 * edge bends a surface that may bend. Specks are left out, as the noise of a camera leaves some anywhere.
 */
final class UnevenLight {

    /** Longest side that is looked at; larger pictures are averaged, which takes noise away, too. */
    private static final int LONGEST = 256;
    /** Narrower pictures are not averaged. */
    private static final int LEAST_SIDE = 16;
    /** Smallest picture in which strokes bear a blur of three pixels. */
    private static final int LEAST_BLURRED = 100;
    /** Cells along the longer side through which the smooth surface goes. */
    private static final int CELLS = 32;

    private static final int LEAST_CELL = 4;
    /** Cells to each side that count as being about one. */
    private static final int ABOUT = 5;
    /** Darker levels count as this one; below it a camera tells noise. */
    private static final float DARKEST = 1 / 40f;
    /** Part of the longer side that the window reaches to each side. */
    private static final int REACH = 8;
    /** Share of the pixels that may stand out more than ink does. */
    private static final double OUTLIERS = 0.001;
    /** Least difference of ink from paper: a share of the paper's brightness, and of its usual unrest. */
    private static final float LEAST_CONTRAST = 1 / 8f;

    private static final float LEAST_UNRESTS = 5;
    /** From this share of the ink's contrast on a pixel is ink, and from that one on it is all ink. */
    private static final float INK = 0.45f;

    private static final float ALL_INK = 0.7f;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final float[] level;

    private UnevenLight(Picture picture) {
        width = picture.width();
        height = picture.height();
        columns = Math.min(CELLS, width / LEAST_CELL);
        rows = Math.min(CELLS, height / LEAST_CELL);
        level = Math.min(width, height) < LEAST_BLURRED ? picture.grey().clone() : blurred(picture.grey());
        for (int i = 0; i < level.length; i++) {
            level[i] = (float) Math.log(Math.max(DARKEST, level[i]));
        }
    }

    /** The mean of every pixel and its neighbours, which has a third of their noise. */
    private float[] blurred(float[] grey) {
        float[] blurred = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                int count = 0;
                for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
                    for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                        sum += grey[row * width + column];
                        count++;
                    }
                }
                blurred[y * width + x] = sum / count;
            }
        }
        return blurred;
    }

    /**
     * The ink of a picture, dark on light or light on dark; empty where nothing stands out from the paper about it.
     *
     * @param picture at least 16 pixels wide and high
     */
    static Optional<Ink> ink(Picture picture) {
        return new UnevenLight(averaged(picture)).ink();
    }

    private Optional<Ink> ink() {
        double[] cells = cells();
        if (inkIsLight(cells)) {
            for (int i = 0; i < level.length; i++) {
                level[i] = -level[i];
            }
            Arrays.setAll(cells, i -> -cells[i]);
        }
        float[] clearest = contrast(cells, 0);
        for (int degree = 1; degree <= SmoothSurface.MOST; degree++) {
            float[] contrast = contrast(cells, degree);
            clearest = excess(contrast) < excess(clearest) ? contrast : clearest;
        }
        return amounts(clearest)
                .map(InkParts::new)
                .filter(parts -> !parts.areSpecks())
                .map(InkParts::withoutSpecks);
    }

    /** Whether light pixels stand out from what is usual about them more than dark ones do. */
    private boolean inkIsLight(double[] cells) {
        double[] usual = new double[cells.length];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = median(cells, i % columns, i / columns);
        }
        float[] distance = new float[level.length];
        for (int i = 0; i < distance.length; i++) {
            int column = i % width * columns / width;
            int row = i / width * rows / height;
            distance[i] = (float) (level[i] - usual[row * columns + column]);
        }
        Arrays.sort(distance);
        int outliers = (int) (OUTLIERS * distance.length);
        return distance[distance.length - 1 - outliers] > -distance[outliers];
    }

    /** The median of the cells about one. */
    private double median(double[] cells, int column, int row) {
        int left = Math.max(0, column - ABOUT);
        int right = Math.min(columns, column + ABOUT + 1);
        int top = Math.max(0, row - ABOUT);
        int bottom = Math.min(rows, row + ABOUT + 1);
        double[] values = new double[(right - left) * (bottom - top)];
        for (int i = top; i < bottom; i++) {
            System.arraycopy(cells, i * columns + left, values, (i - top) * (right - left), right - left);
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** How much of the paper's light each pixel swallows (or adds), where the smooth part of the light has a degree. */
    private float[] contrast(double[] cells, int degree) {
        float[] even = withoutSmoothLight(cells, degree);
        float[] paper = new MovingWindow(width, height, Math.max(width, height) / REACH).closed(even);
        for (int i = 0; i < even.length; i++) {
            even[i] = (float) -Math.expm1(even[i] - paper[i]);
        }
        return even;
    }

    /** How much there is above what is usual; squared, so that noise weighs little. */
    private static double excess(float[] contrast) {
        float[] sorted = contrast.clone();
        Arrays.sort(sorted);
        float usual = sorted[sorted.length / 2];
        double sum = 0;
        for (float value : contrast) {
            double above = Math.max(0, value - usual);
            sum += above * above;
        }
        return sum;
    }

    private float[] withoutSmoothLight(double[] cells, int degree) {
        SmoothSurface light = SmoothSurface.of(cells, columns, rows, degree);
        float[] even = new float[level.length];
        for (int i = 0; i < even.length; i++) {
            double x = SmoothSurface.place(i % width, width);
            double y = SmoothSurface.place(i / width, height);
            even[i] = (float) (level[i] - light.at(x, y));
        }
        return even;
    }

    /** The median levels of cells that the picture is divided into, row by row. */
    private double[] cells() {
        double[] cells = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells[row * columns + column] = median(
                        column * width / columns,
                        (column + 1) * width / columns,
                        row * height / rows,
                        (row + 1) * height / rows);
            }
        }
        return cells;
    }

    private float median(int left, int right, int top, int bottom) {
        float[] values = new float[(right - left) * (bottom - top)];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(level, row * width + left, values, (row - top) * (right - left), right - left);
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private Optional<Ink> amounts(float[] contrast) {
        float[] sorted = contrast.clone();
        Arrays.sort(sorted);
        float paper = sorted[sorted.length / 2];
        float most = sorted[sorted.length - 1 - (int) (OUTLIERS * sorted.length)] - paper;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.abs(sorted[i] - paper);
        }
        Arrays.sort(sorted);
        if (most < LEAST_CONTRAST + LEAST_UNRESTS * sorted[sorted.length / 2]) {
            return Optional.empty();
        }
        float[] amount = new float[contrast.length];
        for (int i = 0; i < amount.length; i++) {
            float share = (contrast[i] - paper) / most;
            amount[i] = share > INK ? Math.min(1, share / ALL_INK) : 0;
        }
        return Optional.of(new Ink(width, height, amount));
    }

    /** The picture with every so many pixels averaged into one; a last, narrower block is left away. */
    private static Picture averaged(Picture picture) {
        int block = (Math.max(picture.width(), picture.height()) + LONGEST - 1) / LONGEST;
        int width = picture.width() / block;
        int height = picture.height() / block;
        if (block == 1 || Math.min(width, height) < LEAST_SIDE) {
            return picture;
        }
        float[] grey = new float[width * height];
        for (int y = 0; y < height * block; y++) {
            for (int x = 0; x < width * block; x++) {
                grey[y / block * width + x / block] += picture.grey()[y * picture.width() + x];
            }
        }
        for (int i = 0; i < grey.length; i++) {
            grey[i] /= block * block;
        }
        return new Picture(picture.name(), width, height, grey, picture.unsure());
    }
}
