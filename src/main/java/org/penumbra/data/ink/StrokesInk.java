package org.penumbra.data.ink;

import java.util.List;
import java.util.Optional;

/**
 * The ink that strokes leave, cropped to it. As long as nothing is erased, the lines themselves tell how far it reaches. What
 * the eraser leaves is looked for on a raster, and again on a finer one as long as it turns out to be much smaller.
 */
final class StrokesInk {

    /** Pixels of the longer side while looking for the ink, and of the ink itself, as many as {@link InkLine#draw} takes. */
    private static final int LOOKED_AT = 120;

    private static final int DRAWN = 60;
    /** Less ink in a pixel than this does not count while its edges are looked for. */
    private static final float FAINT = 0.5f;
    /** Where the longer side keeps this share, the raster was fine enough. */
    private static final double CLOSE_FIT = 0.9;

    private static final int MOST_LOOKS = 8;

    private final List<Stroke> strokes;
    private final double brush;

    private StrokesInk(List<Stroke> strokes, double brush) {
        this.strokes = strokes;
        this.brush = brush;
    }

    /**
     * What is left of these strokes, in their order.
     *
     * @param brush radius of all of them, canvas units, above 0
     * @return empty when there is no ink
     */
    static Optional<Ink> of(List<Stroke> strokes, double brush) {
        List<InkLine> lines = strokes.stream()
                .filter(stroke -> !stroke.erases())
                .map(stroke -> InkLine.of(stroke, brush))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return lines.size() == strokes.size()
                ? Optional.of(InkLine.draw(lines))
                : new StrokesInk(strokes, brush).left(Box.around(lines));
    }

    /** A part of the canvas, canvas units. */
    private record Box(float left, float top, float right, float bottom) {

        static Box around(List<InkLine> lines) {
            Box box = new Box(
                    Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
            for (InkLine line : lines) {
                for (int i = 0; i < line.x().length; i++) {
                    float reach = line.radius()[i];
                    box = new Box(
                            Math.min(box.left, line.x()[i] - reach),
                            Math.min(box.top, line.y()[i] - reach),
                            Math.max(box.right, line.x()[i] + reach),
                            Math.max(box.bottom, line.y()[i] + reach));
                }
            }
            return box;
        }

        float longest() {
            return Math.max(right - left, bottom - top);
        }

        float scale(int pixels) {
            return pixels / longest();
        }
    }

    private Optional<Ink> left(Box whole) {
        Box box = whole;
        for (int look = 0; look < MOST_LOOKS; look++) {
            Box closer = closer(box, drawn(box, LOOKED_AT));
            if (closer == null) {
                return Optional.empty();
            }
            boolean fits = closer.longest() >= CLOSE_FIT * box.longest();
            box = closer;
            if (fits) {
                break;
            }
        }
        Ink ink = drawn(box, DRAWN);
        for (float amount : ink.amount()) {
            if (amount > 0) {
                return Optional.of(ink);
            }
        }
        return Optional.empty();
    }

    /** The part of a box that holds ink, or null. */
    private static Box closer(Box box, Ink ink) {
        int left = ink.width();
        int right = -1;
        int top = ink.height();
        int bottom = -1;
        for (int pixel = 0; pixel < ink.amount().length; pixel++) {
            if (ink.amount()[pixel] >= FAINT) {
                left = Math.min(left, pixel % ink.width());
                right = Math.max(right, pixel % ink.width());
                top = Math.min(top, pixel / ink.width());
                bottom = Math.max(bottom, pixel / ink.width());
            }
        }
        float scale = box.scale(LOOKED_AT);
        return right < 0
                ? null
                : new Box(
                        box.left + left / scale,
                        box.top + top / scale,
                        box.left + (right + 1) / scale,
                        box.top + (bottom + 1) / scale);
    }

    private Ink drawn(Box box, int longest) {
        float scale = box.scale(longest);
        InkCanvas canvas =
                new InkCanvas(pixels((box.right - box.left) * scale), pixels((box.bottom - box.top) * scale));
        draw(canvas, strokes, brush, scale, -box.left * scale, -box.top * scale);
        return canvas.ink();
    }

    /** Draws and erases in the order of the strokes; the raster's place is theirs, scaled and then moved. */
    static void draw(InkCanvas canvas, List<Stroke> strokes, double brush, float scale, float x, float y) {
        for (Stroke stroke : strokes) {
            InkLine line = InkLine.of(stroke, brush).placed(scale, x, y);
            if (stroke.erases()) {
                canvas.erase(line);
            } else {
                canvas.draw(line);
            }
        }
    }

    private static int pixels(float length) {
        return Math.max(1, (int) Math.ceil(length - 1e-3f));
    }
}
