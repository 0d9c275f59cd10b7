package org.penumbra.experiment.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.paint.ClassColours;

/**
 * How a curve is drawn: by colour, dashes and marks, so that curves are told apart without colour as well. The paper's are grey
 * and dashed, with hollow marks.
 *
 * @param colour of line and marks
 * @param dashes lengths of dashes and gaps, pixels; empty for a solid line
 * @param mark   around 0, 0
 * @param filled whether marks are filled
 */
record CurveLook(Color colour, List<Float> dashes, Shape mark, boolean filled) {

    /** Width of a line, pixels. */
    static final float LINE = 5;
    /** Width of a mark's rim, pixels. */
    private static final float RIM = 3.5f;

    /** Those class colours that stand out from white paper by a contrast of at least 3. */
    private static final List<Integer> COLOURS = List.of(0, 1, 2, 5, 6, 8);

    private static final List<List<Float>> DASHES =
            List.of(List.of(), List.of(22f, 9f), List.of(7f, 7f), List.of(22f, 7f, 6f, 7f));
    private static final List<Shape> MARKS = List.of(
            new Ellipse2D.Double(-9, -9, 18, 18),
            new Rectangle2D.Double(-8, -8, 16, 16),
            polygon(0, -11, 11, 9, -11, 9),
            polygon(0, -12, 12, 0, 0, 12, -12, 0),
            polygon(0, 11, 11, -9, -11, -9),
            cross(0),
            cross(Math.PI / 4));
    /** Of the paper's curves, dark enough for a projector. */
    private static final Color PAPER = new Color(0x6A7080);

    private static final List<Float> PAPER_DASHES = List.of(13f, 9f);

    /** The looks of curves, in their order. As many as 28 of ours differ in dashes or mark, and as many as 7 of the paper's. */
    static List<CurveLook> of(List<Curves.Curve> curves) {
        List<CurveLook> looks = new ArrayList<>();
        int ours = 0;
        int papers = 0;
        for (Curves.Curve curve : curves) {
            looks.add(curve.paper() ? paper(papers++) : ours(ours++));
        }
        return looks;
    }

    private static CurveLook ours(int number) {
        return new CurveLook(
                new Color(ClassColours.argb(COLOURS.get(number % COLOURS.size()))),
                DASHES.get(number % DASHES.size()),
                MARKS.get(number % MARKS.size()),
                true);
    }

    private static CurveLook paper(int number) {
        return new CurveLook(PAPER, PAPER_DASHES, MARKS.get(number % MARKS.size()), false);
    }

    /** The line's pen. */
    BasicStroke stroke() {
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dashes.get(i);
        }
        return new BasicStroke(
                LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths.length == 0 ? null : lengths, 0);
    }

    /** The pen of a mark's rim. */
    BasicStroke rim() {
        return new BasicStroke(RIM);
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double turn) {
        Shape upright = polygon(
                -3.5, -12, 3.5, -12, 3.5, -3.5, 12, -3.5, 12, 3.5, 3.5, 3.5, 3.5, 12, -3.5, 12, -3.5, 3.5, -12, 3.5,
                -12, -3.5, -3.5, -3.5);
        return AffineTransform.getRotateInstance(turn).createTransformedShape(upright);
    }
}
