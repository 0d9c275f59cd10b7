package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;

class StrokeTest {

    @Test
    void aSmoothStrokeGoesThroughItsPointsAndIsRounder() {
        List<Position> corners = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            corners.add(new Position(50 + 30 * Math.cos(i * Math.PI / 6), 50 + 30 * Math.sin(i * Math.PI / 6)));
        }
        Stroke smooth = new Stroke(corners).smooth(1);
        for (Position corner : corners) {
            assertTrue(
                    smooth.points().stream().anyMatch(point -> point.distance(corner.x(), corner.y()) < 1e-3),
                    corner + " is not on the curve");
        }
        double worst = 0;
        for (Position point : smooth.points()) {
            // The two end pieces, left and right of angle 0, know one neighbour only.
            boolean end = Math.abs(Math.atan2(point.y() - 50, point.x() - 50)) < Math.PI / 6 - 1e-6;
            worst = Math.max(worst, end ? 0 : Math.abs(30 - point.distance(50, 50)));
        }
        System.out.printf("smooth dodecagon: at most %.3f off the circle%n", worst);
        // Between its corners the straight lines come 30 (1 - cos 15 degrees) = 1.02 too near the middle.
        assertTrue(worst < 0.1, "off the circle by " + worst);
    }

    @Test
    void thePiecesAreAsShortAsAsked() {
        Stroke smooth = new Stroke(List.of(new Position(0, 0), new Position(20, 5), new Position(40, 0))).smooth(2);
        for (int i = 1; i < smooth.points().size(); i++) {
            Position before = smooth.points().get(i - 1);
            double length = smooth.points().get(i).distance(before.x(), before.y());
            assertTrue(length < 3, "piece " + i + " is " + length + " long");
        }
    }

    @Test
    void aDotStaysADotAndPointsOnEachOtherCountOnce() {
        Position at = new Position(7, 8);
        assertEquals(List.of(at), new Stroke(List.of(at, at, at)).smooth(1).points());
        Position there = new Position(9, 8);
        assertEquals(
                List.of(at, there),
                new Stroke(List.of(at, at, there, there)).smooth(1).points());
    }
}
