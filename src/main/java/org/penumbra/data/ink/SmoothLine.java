package org.penumbra.data.ink;

/**
 * The centripetal Catmull-Rom curve through control points, broken at corners, as a line of short straight pieces (C.
 * Yuksel, S. Schaefer, J. Keyser: On the parameterization of Catmull-Rom curves, 2009). Centripetal, because it makes
 * neither loops nor cusps of its own where control points lie unevenly.
 */
final class SmoothLine {

    private final DigitShape.Curve curve;
    private final double piece;
    private final double[] knots;

    private SmoothLine(DigitShape.Curve curve, double piece) {
        this.curve = curve;
        this.piece = piece;
        knots = new double[curve.x().length];
        for (int i = 1; i < knots.length; i++) {
            knots[i] = knots[i - 1] + Math.sqrt(Math.max(1e-3, gap(i)));
        }
    }

    /**
     * The line through a curve's points, with radii left at 0.
     *
     * @param piece longest distance between control points that stays one straight piece, the curve's units
     */
    static InkLine through(DigitShape.Curve curve, double piece) {
        SmoothLine line = new SmoothLine(curve, piece);
        int pieces = 0;
        for (int i = 1; i < line.knots.length; i++) {
            pieces += line.pieces(i);
        }
        InkLine sampled = new InkLine(new float[pieces + 1], new float[pieces + 1], new float[pieces + 1]);
        int at = 0;
        for (int i = 1; i < line.knots.length; i++) {
            int parts = line.pieces(i);
            for (int part = 0; part < parts; part++) {
                double t = (double) part / parts;
                sampled.x()[at] = (float) line.value(curve.x(), i, t);
                sampled.y()[at++] = (float) line.value(curve.y(), i, t);
            }
        }
        sampled.x()[at] = (float) curve.x()[line.knots.length - 1];
        sampled.y()[at] = (float) curve.y()[line.knots.length - 1];
        return sampled;
    }

    private double gap(int i) {
        double dx = curve.x()[i] - curve.x()[i - 1];
        double dy = curve.y()[i] - curve.y()[i - 1];
        return Math.sqrt(dx * dx + dy * dy);
    }

    private int pieces(int segment) {
        return Math.max(1, (int) Math.ceil(gap(segment) / piece));
    }

    /** Cubic Hermite interpolation between points {@code i - 1} (t = 0) and {@code i} (t = 1). */
    private double value(double[] points, int i, double t) {
        double span = knots[i] - knots[i - 1];
        double leaving = span * slope(points, i - 1, i);
        double arriving = span * slope(points, i, i);
        double u = 1 - t;
        return points[i - 1] * u * u * (1 + 2 * t)
                + leaving * t * u * u
                + points[i] * t * t * (1 + 2 * u)
                - arriving * t * t * u;
    }

    /** Change along the curve at a point; at a corner that of the piece in question, up to point {@code end}. */
    private double slope(double[] points, int i, int end) {
        double piece = (points[end] - points[end - 1]) / (knots[end] - knots[end - 1]);
        if (curve.corner()[i]) {
            return piece;
        }
        double before = (points[i] - points[i - 1]) / (knots[i] - knots[i - 1]);
        double after = (points[i + 1] - points[i]) / (knots[i + 1] - knots[i]);
        double across = (points[i + 1] - points[i - 1]) / (knots[i + 1] - knots[i - 1]);
        return before + after - across;
    }
}
