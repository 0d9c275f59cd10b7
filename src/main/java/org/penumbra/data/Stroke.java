package org.penumbra.data;

import java.util.List;

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
}
