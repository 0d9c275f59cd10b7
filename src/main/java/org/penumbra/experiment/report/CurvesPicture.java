package org.penumbra.experiment.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.data.OutsideText;
import org.penumbra.data.ink.StrokeFont;
import org.penumbra.paint.ArgbCanvas;
import org.penumbra.paint.ArgbImage;

/**
 * Curves as a picture for paper and slides, on white: a title, axes with numbers, the curves with bands for their intervals, and
 * a legend. Lines are thick and letters large, so that it is read from the back of a class room. Needs neither a display nor a
 * font; the same values give the same picture.
 */
public final class CurvesPicture {

    /** Width of the pen in heights of a capital. */
    static final double PEN = 0.125;

    private static final int WIDTH = 1600;
    /** Of the picture, unless title or legend need more. */
    private static final int HEIGHT = 1000;

    private static final int MARGIN = 44;
    private static final double TITLE = 30;
    private static final double TITLE_LINE = 52;
    private static final double LABEL = 25;
    private static final double NUMBER = 22;
    private static final int TICK = 9;
    private static final int GAP = 14;
    private static final int LEGEND_GAP = 40;
    private static final int MOST_TICKS = 11;

    private static final int PAPER = 0xFFFFFFFF;
    private static final int INK = 0xFF1B1E28;
    private static final int SOFT_INK = 0xFF3A4050;
    private static final int FRAME = 0xFF8A90A0;

    private final Curves curves;
    private final StrokeFont font = new StrokeFont();
    private final PictureAxis right;
    private final PictureAxis up;
    private final CurveLegend legend;
    private final WrappedText title;
    private final int left;
    private final int top;
    private final int plotWidth;
    private final int plotHeight;
    private final int height;

    private CurvesPicture(Curves curves) {
        this.curves = curves;
        right = right(curves);
        up = up(curves);
        legend = new CurveLegend(curves.curves(), font);
        title = WrappedText.of(OutsideText.shown(curves.heading()), (WIDTH - 2 * MARGIN) / TITLE, font);
        left = MARGIN + label(curves.y().name()) + widest(up) + GAP + TICK;
        top = (int) (MARGIN + title.lines().size() * TITLE_LINE + 16);
        int below = TICK + GAP + (int) NUMBER + label(curves.x().name()) + MARGIN;
        plotWidth = WIDTH - MARGIN - legend.width() - LEGEND_GAP - left;
        plotHeight = Math.max(HEIGHT - below - top, legend.height());
        height = top + plotHeight + below;
    }

    /** Whether any place of any curve is known; otherwise there is no picture. */
    public static boolean shows(Curves curves) {
        return !CurvePiece.of(curves.curves()).isEmpty();
    }

    /**
     * Draws curves of which some place {@linkplain #shows is known}.
     *
     * @return an opaque picture, 1600 pixels wide
     */
    public static ArgbImage of(Curves curves) {
        return new CurvesPicture(curves).draw();
    }

    /** A curve's name in the legend. */
    static String name(Curves.Curve curve) {
        return OutsideText.shown(curve.paper() ? curve.name() + ", paper" : curve.name());
    }

    /** The axis to the right as it is drawn. */
    static PictureAxis right(Curves curves) {
        List<Double> values = new ArrayList<>();
        for (CurvePiece piece : CurvePiece.of(curves.curves())) {
            for (double x : piece.x()) {
                values.add(x);
            }
        }
        boolean whole = values.stream().allMatch(x -> x == Math.rint(x)) && isWhole(curves.x());
        return PictureAxis.of(curves.x(), values, whole, MOST_TICKS);
    }

    private static boolean isWhole(Curves.Axis axis) {
        return Stream.of(axis.low(), axis.high()).allMatch(end -> Double.isNaN(end) || end == Math.rint(end));
    }

    /** The axis upwards as it is drawn, with room for the intervals. */
    static PictureAxis up(Curves curves) {
        List<Double> values = new ArrayList<>();
        for (CurvePiece piece : CurvePiece.of(curves.curves())) {
            for (int i = 0; i < piece.count(); i++) {
                values.add(piece.y()[i] - piece.around()[i]);
                values.add(piece.y()[i] + piece.around()[i]);
            }
        }
        return PictureAxis.of(curves.y(), values, false, MOST_TICKS);
    }

    private ArgbImage draw() {
        ArgbCanvas canvas = new ArgbCanvas(WIDTH, height, PAPER, font);
        canvas.lay(lines(), 0, 0);
        double y = MARGIN;
        for (String line : title.lines()) {
            canvas.text(line, left, y + TITLE, TITLE, 0, PEN * TITLE * 1.15, INK);
            y += TITLE_LINE;
        }
        numbersBelow(canvas);
        numbersAtTheLeft(canvas);
        legend.write(canvas, left + plotWidth + LEGEND_GAP, top, INK);
        return canvas.picture();
    }

    /** Everything that is no word. */
    private ArgbImage lines() {
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, height);
            new CurvePlot(curves, right, up).draw(graphics, new Rectangle2D.Double(left, top, plotWidth, plotHeight));
            legend.draw(graphics, left + plotWidth + LEGEND_GAP, top);
        } finally {
            graphics.dispose();
        }
        return new ArgbImage(image.getRGB(0, 0, WIDTH, height, null, 0, WIDTH), WIDTH, height);
    }

    private void numbersBelow(ArgbCanvas canvas) {
        int bottom = top + plotHeight + 1;
        for (int i = 0; i < right.ticks().count(); i++) {
            double x = left + right.share(right.ticks().values()[i]) * plotWidth;
            canvas.fill((int) Math.round(x - 1), bottom, 2, TICK, FRAME);
            write(canvas, right.ticks().label(i), x, bottom + TICK + GAP + NUMBER, 0.5);
        }
        String name = OutsideText.shown(curves.x().name());
        double letters = fitting(name, plotWidth);
        canvas.text(
                name,
                left + plotWidth / 2.0,
                bottom + TICK + GAP + NUMBER + 22 + LABEL,
                letters,
                0.5,
                PEN * letters,
                INK);
    }

    private void numbersAtTheLeft(ArgbCanvas canvas) {
        for (int i = 0; i < up.ticks().count(); i++) {
            double y = top + (1 - up.share(up.ticks().values()[i])) * plotHeight;
            canvas.fill(left - 1 - TICK, (int) Math.round(y - 1), TICK, 2, FRAME);
            write(canvas, up.ticks().label(i), left - TICK - GAP, y + NUMBER / 2, 1);
        }
        String name = OutsideText.shown(curves.y().name());
        double letters = fitting(name, plotHeight);
        canvas.textUpwards(name, MARGIN + LABEL, top + plotHeight / 2.0, letters, PEN * letters, INK);
    }

    private static void write(ArgbCanvas canvas, String number, double x, double baseline, double anchor) {
        canvas.text(number, x, baseline, NUMBER, anchor, PEN * NUMBER, SOFT_INK);
    }

    /** Height of letters with which a name is no longer than its axis. */
    private double fitting(String name, double room) {
        return Math.min(LABEL, room / Math.max(1, font.width(name)));
    }

    private int widest(PictureAxis axis) {
        double widest = 0;
        for (int i = 0; i < axis.ticks().count(); i++) {
            widest = Math.max(widest, font.width(axis.ticks().label(i)) * NUMBER);
        }
        return (int) Math.ceil(widest);
    }

    private static int label(String name) {
        return name.isEmpty() ? 0 : (int) LABEL + 22;
    }
}
