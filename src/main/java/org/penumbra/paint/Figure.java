package org.penumbra.paint;

import java.util.List;
import java.util.function.DoubleToIntFunction;
import org.penumbra.data.ink.StrokeFont;

/**
 * A finished figure for paper and slides: a picture with a title, axes with numbers and a legend, on white. It needs
 * neither a display nor a font, and looks the same on every machine.
 *
 * @param title    above the picture
 * @param subtitle smaller, below the title; may be empty
 * @param field    one pixel a cell; drawn so many times as large, a whole number, that its longer side has
 *                 about {@value #SIDE} pixels
 * @param axes     what the picture's edges stand for
 * @param legend   what its colours stand for
 * @param marks    what lies over the picture, the last on top; may be empty
 */
public record Figure(
        String title, String subtitle, ArgbImage field, FigureAxes axes, Legend legend, List<FigureMark> marks) {

    private static final int SIDE = 640;

    private static final int PAPER = 0xFFFFFFFF;
    private static final int INK = 0xFF1B1E28;
    private static final int SOFT_INK = 0xFF4E5466;
    private static final int FRAME = 0xFF9AA0AE;

    private static final double TITLE = 17;
    private static final double LABEL = 12.5;
    private static final double NUMBER = 11;
    /** Width of the pen in heights of a capital. */
    private static final double PEN = 0.115;

    private static final double BOLD_PEN = 0.135;

    private static final int MARGIN = 24;
    private static final int TICK = 6;
    private static final int GAP = 8;
    private static final int LEGEND_GAP = 30;
    private static final int BAR_WIDTH = 22;
    private static final int MOST_TICKS = 11;
    private static final int MOST_LEGEND_TICKS = 11;

    public Figure {
        marks = List.copyOf(marks);
    }

    /** Draws it: an opaque picture. */
    public ArgbImage draw() {
        return new Drawing(this).draw();
    }

    /** Where everything goes, and the canvas it goes on. */
    private static final class Drawing {

        private final Figure figure;
        private final StrokeFont font = new StrokeFont();
        private final ArgbImage plot;
        private final int factor;
        private final Ticks xTicks;
        private final Ticks yTicks;
        private final Ticks legendTicks;
        private final int left;
        private final int top;
        private final ArgbCanvas canvas;

        Drawing(Figure figure) {
            this.figure = figure;
            FigureAxes axes = figure.axes;
            factor = Math.max(1, SIDE / Math.max(figure.field.width(), figure.field.height()));
            plot = figure.field.scaled(factor);
            xTicks = Ticks.between(axes.xMin(), axes.xMax(), MOST_TICKS);
            yTicks = Ticks.between(axes.yMin(), axes.yMax(), MOST_TICKS);
            legendTicks = figure.legend instanceof Legend.Bar bar
                    ? Ticks.between(bar.low(), bar.high(), MOST_LEGEND_TICKS)
                    : Ticks.between(0, 1, MOST_LEGEND_TICKS);
            left = MARGIN + labelSpace(axes.yLabel()) + widest(yTicks) + GAP + TICK + 1;
            top = (int) (MARGIN + TITLE + (figure.subtitle.isEmpty() ? 0 : LABEL + 13) + 20);
            int below = TICK + GAP + (int) NUMBER + labelSpace(axes.xLabel()) + MARGIN;
            int right = LEGEND_GAP
                    + legendWidth()
                    + TICK
                    + GAP
                    + widest(legendTicks)
                    + labelSpace(figure.legend.label())
                    + MARGIN;
            int needed = left
                    + (int) Math.max(font.width(figure.title) * TITLE, font.width(figure.subtitle) * LABEL)
                    + MARGIN;
            canvas = new ArgbCanvas(
                    Math.max(left + plot.width() + right, needed), top + plot.height() + below, PAPER, font);
        }

        ArgbImage draw() {
            text(figure.title, left, MARGIN + TITLE, TITLE, 0, BOLD_PEN, INK);
            text(figure.subtitle, left, MARGIN + TITLE + 13 + LABEL, LABEL, 0, PEN, SOFT_INK);
            canvas.lay(markedPlot(), left, top);
            canvas.outline(left - 1, top - 1, plot.width() + 2, plot.height() + 2, FRAME);
            xAxis();
            yAxis();
            int bar = left + plot.width() + LEGEND_GAP;
            if (figure.legend instanceof Legend.Bar scale) {
                bar(bar, BAR_WIDTH, share -> scale.map().argb(share));
                legendNumbers(bar, scale.low(), scale.high());
            } else if (figure.legend instanceof Legend.Classes classes) {
                classes(bar, classes);
                legendNumbers(bar, 0, 1);
            }
            return canvas.picture();
        }

        private void xAxis() {
            int bottom = top + plot.height() + 1;
            for (int i = 0; i < xTicks.count(); i++) {
                double share = (xTicks.values()[i] - figure.axes.xMin()) / (figure.axes.xMax() - figure.axes.xMin());
                double x = left + share * plot.width();
                canvas.fill((int) Math.round(x - 0.5), bottom, 1, TICK, FRAME);
                text(xTicks.label(i), x, bottom + TICK + GAP + NUMBER, NUMBER, 0.5, PEN, SOFT_INK);
            }
            text(
                    figure.axes.xLabel(),
                    left + plot.width() / 2.0,
                    bottom + TICK + GAP + NUMBER + 13 + LABEL,
                    LABEL,
                    0.5,
                    PEN,
                    INK);
        }

        private void yAxis() {
            for (int i = 0; i < yTicks.count(); i++) {
                double share = (yTicks.values()[i] - figure.axes.yMin()) / (figure.axes.yMax() - figure.axes.yMin());
                double y = top + (1 - share) * plot.height();
                canvas.fill(left - 1 - TICK, (int) Math.round(y - 0.5), TICK, 1, FRAME);
                text(yTicks.label(i), left - 1 - TICK - GAP, y + NUMBER / 2, NUMBER, 1, PEN, SOFT_INK);
            }
            canvas.textUpwards(
                    figure.axes.yLabel(), MARGIN + LABEL, top + plot.height() / 2.0, LABEL, PEN * LABEL, INK);
        }

        private void classes(int x, Legend.Classes legend) {
            int wide = classWidth(legend.classes());
            for (int k = 0; k < legend.classes(); k++) {
                int number = k;
                int at = x + k * (wide + 2);
                bar(at, wide, share -> legend.painter().classColour(number, share));
                text(
                        Integer.toString(k),
                        at + wide / 2.0,
                        top + plot.height() + 1 + TICK + GAP + NUMBER,
                        NUMBER,
                        0.5,
                        PEN,
                        SOFT_INK);
            }
            text(
                    "class",
                    x + legendWidth() / 2.0,
                    top + plot.height() + 1 + TICK + GAP + NUMBER + 13 + LABEL,
                    LABEL,
                    0.5,
                    PEN,
                    INK);
        }

        private void bar(int x, int wide, DoubleToIntFunction colour) {
            for (int row = 0; row < plot.height(); row++) {
                canvas.fill(x, top + row, wide, 1, colour.applyAsInt(1 - (row + 0.5) / plot.height()));
            }
            canvas.outline(x - 1, top - 1, wide + 2, plot.height() + 2, FRAME);
        }

        private void legendNumbers(int bar, double low, double high) {
            int x = bar + legendWidth() + 1;
            for (int i = 0; i < legendTicks.count(); i++) {
                double y = top + (1 - (legendTicks.values()[i] - low) / (high - low)) * plot.height();
                canvas.fill(x, (int) Math.round(y - 0.5), TICK, 1, FRAME);
                text(legendTicks.label(i), x + TICK + GAP, y + NUMBER / 2, NUMBER, 0, PEN, SOFT_INK);
            }
            canvas.textUpwards(
                    figure.legend.label(),
                    x + TICK + GAP + widest(legendTicks) + labelSpace("x") - 2,
                    top + plot.height() / 2.0,
                    LABEL,
                    PEN * LABEL,
                    INK);
        }

        private ArgbImage markedPlot() {
            ArgbCanvas over = new ArgbCanvas(plot.width(), plot.height(), PAPER, font);
            over.lay(plot, 0, 0);
            FigureMarks drawing = new FigureMarks(over, figure.axes, plot.width(), plot.height(), factor);
            figure.marks.forEach(drawing::draw);
            return over.picture();
        }

        private int legendWidth() {
            return figure.legend instanceof Legend.Classes classes
                    ? classes.classes() * (classWidth(classes.classes()) + 2) - 2
                    : BAR_WIDTH;
        }

        private static int classWidth(int classes) {
            return Math.max(10, Math.min(BAR_WIDTH, 120 / classes));
        }

        private int widest(Ticks ticks) {
            double widest = 0;
            for (int i = 0; i < ticks.count(); i++) {
                widest = Math.max(widest, font.width(ticks.label(i)) * NUMBER);
            }
            return (int) Math.ceil(widest);
        }

        private static int labelSpace(String label) {
            return label.isEmpty() ? 0 : (int) LABEL + 16;
        }

        private void text(
                String text, double x, double baseline, double capHeight, double anchor, double pen, int colour) {
            canvas.text(text, x, baseline, capHeight, anchor, pen * capHeight, colour);
        }
    }
}
