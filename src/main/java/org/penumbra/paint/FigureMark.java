package org.penumbra.paint;

import java.util.List;

/** Something that lies over the picture of a {@link Figure}. */
public sealed interface FigureMark {

    /**
     * Lines of equal value.
     *
     * @param lines x, y pairs in cells as {@link Contours} gives them
     * @param bold  whether they may be seen at first sight; otherwise they are hair lines
     */
    record Border(List<float[]> lines, boolean bold) implements FigureMark {

        public Border {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Points as small discs, smaller where they are many.
     *
     * @param places  x, y pairs in the units of the axes
     * @param colours ARGB, one a point
     */
    record Dots(float[] places, int[] colours) implements FigureMark {}

    /**
     * Arrows.
     *
     * @param ends four numbers an arrow in the units of the axes: x and y of its tail, x and y of its tip
     */
    record Arrows(float[] ends) implements FigureMark {}

    /**
     * A path: a ring where it starts, a filled mark where it ends. An end outside of the picture waits at its border.
     *
     * @param places  x, y pairs in the units of the axes, the start first
     * @param bold    whether it is what the picture is about
     * @param diamond whether the mark is a diamond rather than a disc
     * @param fill    ARGB of the mark
     * @param label   beside the end; may be empty
     */
    record Path(float[] places, boolean bold, boolean diamond, int fill, String label) implements FigureMark {}
}
