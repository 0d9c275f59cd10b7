package org.penumbra.data.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.penumbra.data.SettingProblem;

class PaintedPointsTest {

    private static final List<PaintedPoint> THREE =
            List.of(new PaintedPoint(0, 0, 2), new PaintedPoint(1, 0, 0), new PaintedPoint(1, 0.5f, 2));

    @Test
    void theSampleIsWhatWasPaintedWhateverTheCountAndSeed() {
        PointSet set = new PaintedPoints(THREE).sample(1000, 4);
        assertArrayEquals(new float[] {0, 0, 1, 0, 1, 0.5f}, set.points());
        assertArrayEquals(new int[] {2, 0, 2}, set.labels());
        assertEquals(3, set.classes());
    }

    @Test
    void equalityIsByPoints() {
        PaintedPoints painted = new PaintedPoints(new ArrayList<>(THREE));
        assertEquals(new PaintedPoints(THREE), painted);
        assertEquals(new PaintedPoints(THREE).hashCode(), painted.hashCode());
        assertEquals(THREE, painted.points());
        assertEquals(painted.points(), THREE);
        assertEquals(painted, new PaintedPoints(painted.points()));
        assertNotEquals(painted, new PaintedPoints(THREE.subList(0, 2)));
    }

    @Test
    void laterChangesOfTheListDoNotReachThePoints() {
        List<PaintedPoint> mine = new ArrayList<>(THREE);
        PaintedPoints painted = new PaintedPoints(mine);
        mine.clear();
        assertEquals(3, painted.points().size());
        assertThrows(UnsupportedOperationException.class, () -> painted.points().remove(0));
    }

    @Test
    void distanceAgreesWithBruteForce() {
        SplittableRandom random = new SplittableRandom(31);
        for (int size : new int[] {1, 2, 3, 10, 257, 2000}) {
            List<PaintedPoint> points = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                // Coarse coordinates, so that many are equal.
                points.add(new PaintedPoint(random.nextInt(60) / 10f, random.nextInt(30) / 20f, i % 3));
            }
            PaintedPoints painted = new PaintedPoints(points);
            for (int query = 0; query < 300; query++) {
                double x = random.nextDouble(-1, 7);
                double y = random.nextDouble(-1, 3);
                double expected = points.stream()
                        .mapToDouble(point -> Math.hypot(point.x() - x, point.y() - y))
                        .min()
                        .orElseThrow();
                assertEquals(expected, painted.distance(x, y), 1e-12, size + " points, at " + x + ", " + y);
            }
        }
    }

    @Test
    void onAndOffFollowTheGapBetweenNeighbours() {
        List<PaintedPoint> dense = new ArrayList<>();
        List<PaintedPoint> sparse = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            dense.add(new PaintedPoint(i * 0.01f, 0, 0));
            sparse.add(new PaintedPoint(i * 0.3f, 0, 0));
        }
        assertEquals(0.05, new PaintedPoints(dense).onWithin(), 1e-6);
        assertEquals(0.2, new PaintedPoints(dense).offBeyond(), 1e-6);
        assertEquals(0.15, new PaintedPoints(sparse).onWithin(), 1e-6);
        assertEquals(0.6, new PaintedPoints(sparse).offBeyond(), 1e-5);
        assertEquals(0.05, new PaintedPoints(THREE.subList(0, 1)).onWithin(), 1e-6);
        assertEquals(0.05, new PaintedPoints(List.of(THREE.get(0), THREE.get(0))).onWithin(), 1e-6);
    }

    @Test
    void wrongPointsAreRefused() {
        assertRefused("painted points", 0, () -> new PaintedPoints(List.of()));
        assertRefused("class of a painted point", 8, () -> new PaintedPoint(0, 0, 8));
        assertRefused("x of a painted point", Double.NaN, () -> new PaintedPoint(Float.NaN, 0, 0));
    }

    private static void assertRefused(String setting, Object got, Executable action) {
        SettingProblem wrong = assertThrows(SettingProblem.class, action);
        assertEquals(setting, wrong.setting());
        assertEquals(String.valueOf(got), wrong.got());
    }
}
