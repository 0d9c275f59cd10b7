package org.penumbra.data.ink;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;

/**
 * What a pen drew without being lifted: straight lines from point to point, or a dot when there is one point. The eraser's
 * strokes take away what those before them drew.
 *
 * @param points at least 1; canvas units, y downwards; finite
 * @param erases whether it takes ink away rather than leaving some
 */
public record Stroke(List<Position> points, boolean erases) {

    /** How many times as wide as the brush the eraser is. */
    public static final double ERASER = 2;

    /** A turn by more than this is meant as a corner, radians: a circle seen at five places turns by 72 degrees at each. */
    private static final double CORNER = Math.toRadians(80);
    /** Where points lie close, a hand that moves evenly turns by less than this at each, radians. */
    private static final double CORNER_AMONG_CLOSE = Math.toRadians(40);
    /** Points that are not farther from each other than so many pieces lie close. */
    private static final double CLOSE = 4;

    public Stroke {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("stroke: expected at least 1 point, but got none");
        }
        for (Position point : points) {
            if (!Double.isFinite(point.x()) || !Double.isFinite(point.y())) {
                throw new IllegalArgumentException("stroke: expected finite points, but got " + point);
            }
        }
    }

    /** A stroke of ink. */
    public Stroke(List<Position> points) {
        this(points, false);
    }

    /**
     * A smooth curve through these points: what a hand meant that was only looked at now and then. Centripetal
     * Catmull-Rom, which makes neither loops nor cusps of its own. A sharp turn stays the corner it is. Points that lie on
     * each other count once.
     *
     * @param piece length of the straight pieces it consists of, canvas units, above 0
     */
    public Stroke smooth(double piece) {
        List<Position> apart = new ArrayList<>();
        for (Position point : points) {
            if (apart.isEmpty() || !point.equals(apart.get(apart.size() - 1))) {
                apart.add(point);
            }
        }
        if (apart.size() < 3) {
            return new Stroke(apart, erases);
        }
        InkLine line = SmoothLine.through(
                new DigitShape.Curve(
                        apart.stream().mapToDouble(Position::x).toArray(),
                        apart.stream().mapToDouble(Position::y).toArray(),
                        corners(apart, CLOSE * piece)),
                piece);
        List<Position> curve = new ArrayList<>(line.x().length);
        for (int i = 0; i < line.x().length; i++) {
            curve.add(new Position(line.x()[i], line.y()[i]));
        }
        return new Stroke(curve, erases);
    }

    /** Which of the points are corners; both ends are. */
    private static boolean[] corners(List<Position> points, double close) {
        boolean[] corner = new boolean[points.size()];
        corner[0] = true;
        corner[corner.length - 1] = true;
        for (int i = 1; i < corner.length - 1; i++) {
            Position before = points.get(i - 1);
            Position here = points.get(i);
            Position after = points.get(i + 1);
            boolean near =
                    here.distance(before.x(), before.y()) <= close && here.distance(after.x(), after.y()) <= close;
            corner[i] = turn(before, here, after) > (near ? CORNER_AMONG_CLOSE : CORNER);
        }
        return corner;
    }

    /** By how much the way changes its direction, radians, 0 to pi. */
    private static double turn(Position before, Position here, Position after) {
        double inX = here.x() - before.x();
        double inY = here.y() - before.y();
        double outX = after.x() - here.x();
        double outY = after.y() - here.y();
        return Math.abs(Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
    }
}
