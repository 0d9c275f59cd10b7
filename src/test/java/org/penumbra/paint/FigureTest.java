package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final int MARKED = 0xFF12F0A7;

    @Test
    void fieldIsDrawnWholeAndEnlargedByAWholeNumber() {
        for (int[] size : new int[][] {{200, 200}, {50, 20}, {700, 300}}) {
            int[] pixels = new int[size[0] * size[1]];
            Arrays.fill(pixels, MARKED);
            ArgbImage drawn =
                    figure(new ArgbImage(pixels, size[0], size[1]), "A title").draw();
            int factor = Math.max(1, 640 / Math.max(size[0], size[1]));
            long marked =
                    IntStream.of(drawn.argb()).filter(pixel -> pixel == MARKED).count();
            assertEquals((long) pixels.length * factor * factor, marked);
            assertTrue(IntStream.of(drawn.argb()).allMatch(pixel -> pixel >>> 24 == 255));
        }
    }

    @Test
    void longTitleWidensThePaper() {
        ArgbImage field = new ArgbImage(new int[100], 10, 10);
        ArgbImage normal = figure(field, "Short").draw();
        ArgbImage wide = figure(
                        field,
                        "A title so long that it would never fit above a picture of the usual width, "
                                + "however one looks at it")
                .draw();
        assertTrue(wide.width() > normal.width());
        for (int y = 0; y < wide.height(); y++) {
            assertEquals(0xFFFFFFFF, wide.pixel(wide.width() - 1, y));
        }
    }

    @Test
    void contourIsDrawnWhereItLies() {
        int[] pixels = new int[20 * 20];
        Arrays.fill(pixels, MARKED);
        Figure plain = figure(new ArgbImage(pixels, 20, 20), "t");
        Figure lined = new Figure(
                plain.title(),
                plain.subtitle(),
                plain.field(),
                plain.axes(),
                plain.legend(),
                List.of(new FigureMark.Border(List.of(new float[] {2, 10, 17, 10}), true)));
        ArgbImage before = plain.draw();
        ArgbImage after = lined.draw();
        int topmost = Integer.MAX_VALUE;
        int lowest = 0;
        int first = IntStream.range(0, before.argb().length)
                        .filter(i -> before.argb()[i] == MARKED)
                        .findFirst()
                        .orElseThrow()
                / before.width();
        for (int i = 0; i < after.argb().length; i++) {
            if (after.argb()[i] != before.argb()[i]) {
                topmost = Math.min(topmost, i / after.width());
                lowest = Math.max(lowest, i / after.width());
            }
        }
        // Row 10 of 20, drawn 32 times as large: its middle is 10.5 rows down.
        assertEquals(first + 10.5 * 32, (topmost + lowest + 1) / 2.0, 1);
        assertTrue(lowest - topmost <= 6);
    }

    private static Figure figure(ArgbImage field, String title) {
        return new Figure(
                title,
                "",
                field,
                new FigureAxes(-1, 1, -1, 1, "x", "y"),
                new Legend.Bar(ColourMap.CURVATURE, 0, 1, "number"),
                List.of());
    }
}
