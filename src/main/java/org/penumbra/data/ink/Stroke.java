package org.penumbra.data.ink;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Position;

/**
 * What a pen drew without being lifted: straight lines from point to point, or a dot when there is one point.
 *
 * @param points at least 1; canvas units, y downwards; finite
 */
public record Stroke(List<Position> points) {

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

    /**
     * A smooth curve through these points: what a hand meant that was only looked at now and then. Centripetal
     * Catmull-Rom, which makes neither loops nor cusps of its own. Points that lie on each other count once.
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
            return new Stroke(apart);
        }
        int last = apart.size() - 1;
        boolean[] corner = new boolean[last + 1];
        corner[0] = true;
        corner[last] = true;
        InkLine line = SmoothLine.through(
                new DigitShape.Curve(
                        apart.stream().mapToDouble(Position::x).toArray(),
                        apart.stream().mapToDouble(Position::y).toArray(),
                        corner),
                piece);
        List<Position> curve = new ArrayList<>(line.x().length);
        for (int i = 0; i < line.x().length; i++) {
            curve.add(new Position(line.x()[i], line.y()[i]));
        }
        return new Stroke(curve);
    }
}
