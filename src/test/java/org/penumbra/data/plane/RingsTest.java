package org.penumbra.data.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;

class RingsTest {

    private static final Rings PAPER = Rings.paper();

    @Test
    void thePaperHasThreeRingsAtItsPlaces() {
        assertEquals(0.6, PAPER.innerRadius());
        assertEquals(0.1, PAPER.thickness());
        assertEquals(List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1)), PAPER.centres());
        assertEquals(3, PAPER.classes());
    }

    @Test
    void everyPointLiesOnTheRingOfItsClass() {
        PointSet set = PAPER.sample(3000, 5);
        for (int i = 0; i < set.size(); i++) {
            double radius = PAPER.centres().get(set.labels()[i]).distance(set.x(i), set.y(i));
            assertTrue(radius > 0.6 - 1e-6 && radius < 0.7 + 1e-6, "point " + i + " at radius " + radius);
        }
    }

    /** Kolmogorov's statistic of what should be uniform on [0, 1]; above 1.95 / sqrt(n) once in 1000 samples. */
    private static double kolmogorov(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            worst = Math.max(
                    worst, Math.max(sorted[i] - (double) i / sorted.length, (i + 1.0) / sorted.length - sorted[i]));
        }
        return worst * Math.sqrt(sorted.length);
    }

    @Test
    void pointsAreUniformByAreaAndByAngle() {
        Rings thick = new Rings(0.2, 1, List.of(new Position(0.5, -0.5)));
        PointSet set = thick.sample(20_000, 11);
        double[] area = new double[set.size()];
        double[] angle = new double[set.size()];
        double[] radius = new double[set.size()];
        for (int i = 0; i < area.length; i++) {
            double dx = set.x(i) - 0.5;
            double dy = set.y(i) + 0.5;
            area[i] = (dx * dx + dy * dy - 0.04) / (1.44 - 0.04);
            radius[i] = Math.hypot(dx, dy) - 0.2;
            angle[i] = (Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI);
        }
        assertTrue(kolmogorov(area) < 1.95, "radius squared: " + kolmogorov(area));
        assertTrue(kolmogorov(angle) < 1.95, "angle: " + kolmogorov(angle));
        assertTrue(kolmogorov(radius) > 10, "the radius itself must not be uniform: " + kolmogorov(radius));
    }

    @Test
    void distanceIsToTheNearestMiddleLine() {
        assertEquals(0.65, PAPER.distance(-1, 1), 1e-12);
        assertEquals(0, PAPER.distance(1.65, 1), 1e-12);
        assertEquals(0.1, PAPER.distance(1, -1.75), 1e-12);
        assertEquals(Math.sqrt(2) - 0.65, PAPER.distance(0, 0), 1e-12);
        assertEquals(Math.sqrt(2) - 0.65, PAPER.distance(-2, 2), 1e-12);
    }

    @Test
    void onAndOffAreThePapersFigures() {
        assertEquals(0.05, PAPER.onWithin());
        assertEquals(0.2, PAPER.offBeyond());
        assertEquals(0.4, new Rings(0.6, 0.6, PAPER.centres()).offBeyond(), 1e-12);
    }

    @Test
    void hollowsAreTheCentresThatLieOffEveryRing() {
        assertEquals(PAPER.centres(), PAPER.hollows());
        Rings small = new Rings(0.05, 0.1, List.of(new Position(0, 0)));
        assertEquals(List.of(), small.hollows());
        Rings crossing = new Rings(0.95, 0.1, List.of(new Position(0, 0), new Position(1, 0), new Position(5, 0)));
        assertEquals(List.of(new Position(5, 0)), crossing.hollows());
    }

    @Test
    void wrongGeometryIsRefusedWithItsNameAndValue() {
        List<Position> one = List.of(new Position(0, 0));
        assertRefused("inner radius of the rings", 0.0, () -> new Rings(0, 0.1, one));
        assertRefused("thickness of the rings", Double.NaN, () -> new Rings(0.6, Double.NaN, one));
        assertRefused("centres of the rings", 0, () -> new Rings(0.6, 0.1, List.of()));
        assertRefused(
                "y of a centre of the rings",
                Double.POSITIVE_INFINITY,
                () -> new Rings(0.6, 0.1, List.of(new Position(0, Double.POSITIVE_INFINITY))));
        assertEquals(
                "points: expected at least 1, but got 0",
                assertThrows(IllegalArgumentException.class, () -> PAPER.sample(0, 1))
                        .getMessage());
    }

    private static void assertRefused(String setting, Object got, Executable action) {
        SettingProblem wrong = assertThrows(SettingProblem.class, action);
        assertEquals(setting, wrong.setting());
        assertEquals(String.valueOf(got), wrong.got());
    }
}
