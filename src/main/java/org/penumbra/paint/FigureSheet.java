package org.penumbra.paint;

import java.util.List;
import org.penumbra.data.ink.StrokeFont;

/** Several figures in one picture, in rows from the upper left, on white. */
public final class FigureSheet {

    private static final int PAPER = 0xFFFFFFFF;

    private FigureSheet() {}

    /**
     * Puts pictures beside each other.
     *
     * @param pictures at least one; each has the room of the largest
     * @param columns  how many stand in a row, at least 1
     */
    public static ArgbImage of(List<ArgbImage> pictures, int columns) {
        if (pictures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "a sheet needs pictures and columns, but got " + pictures.size() + " and " + columns);
        }
        int wide = pictures.stream().mapToInt(ArgbImage::width).max().orElseThrow();
        int high = pictures.stream().mapToInt(ArgbImage::height).max().orElseThrow();
        int rows = (pictures.size() + columns - 1) / columns;
        ArgbCanvas canvas =
                new ArgbCanvas(wide * Math.min(columns, pictures.size()), high * rows, PAPER, new StrokeFont());
        for (int i = 0; i < pictures.size(); i++) {
            canvas.lay(pictures.get(i), i % columns * wide, i / columns * high);
        }
        return canvas.picture();
    }
}
