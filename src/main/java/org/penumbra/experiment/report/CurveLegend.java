package org.penumbra.experiment.report;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.ink.StrokeFont;
import org.penumbra.paint.ArgbCanvas;

/** Says which curve is which, at the right of the plot, in the order of the curves. */
final class CurveLegend {

    private static final double LETTERS = 21;
    private static final double LINE = 36;
    private static final double GAP = 12;
    /** Length of a piece of curve before its name. */
    private static final int SAMPLE = 92;

    private static final int MOST_WIDE = 330;

    /**
     * @param look  of the curve
     * @param lines of its name
     */
    private record Entry(CurveLook look, List<String> lines) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int width;

    CurveLegend(List<Curves.Curve> curves, StrokeFont font) {
        List<CurveLook> looks = CurveLook.of(curves);
        double widest = 0;
        for (int i = 0; i < curves.size(); i++) {
            WrappedText name = WrappedText.of(CurvesPicture.name(curves.get(i)), MOST_WIDE / LETTERS, font);
            entries.add(new Entry(looks.get(i), name.lines()));
            widest = Math.max(widest, name.width() * LETTERS);
        }
        width = SAMPLE + 16 + (int) Math.ceil(widest);
    }

    /** Room it takes, pixels. */
    int width() {
        return width;
    }

    int height() {
        double height = 0;
        for (Entry entry : entries) {
            height += entry.lines().size() * LINE + GAP;
        }
        return (int) Math.ceil(height);
    }

    /** Draws the pieces of curve. */
    void draw(Graphics2D graphics, double left, double top) {
        double y = top + LINE / 2;
        for (Entry entry : entries) {
            CurveLook look = entry.look();
            graphics.setColor(look.colour());
            graphics.setStroke(look.stroke());
            graphics.draw(new Line2D.Double(left, y, left + SAMPLE, y));
            Shape mark =
                    AffineTransform.getTranslateInstance(left + SAMPLE / 2.0, y).createTransformedShape(look.mark());
            graphics.setStroke(look.rim());
            graphics.draw(mark);
            if (look.filled()) {
                graphics.fill(mark);
            }
            y += entry.lines().size() * LINE + GAP;
        }
    }

    /** Writes the names. */
    void write(ArgbCanvas canvas, double left, double top, int ink) {
        double y = top + LINE / 2 + LETTERS / 2;
        for (Entry entry : entries) {
            for (String line : entry.lines()) {
                canvas.text(line, left + SAMPLE + 16, y, LETTERS, 0, CurvesPicture.PEN * LETTERS, ink);
                y += LINE;
            }
            y += GAP;
        }
    }
}
