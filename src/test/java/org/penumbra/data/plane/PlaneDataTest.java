package org.penumbra.data.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;

/** What holds for every data set, and the geometry of each against brute force. */
class PlaneDataTest {

    static Stream<PlaneData> everyKind() {
        return Stream.of(
                Rings.paper(), Moons.standard(), Spirals.standard(), new Spirals(5, 0.7, 0.2), Blobs.standard());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void theSameSeedDrawsTheSamePointsAndAnotherSeedOthers(PlaneData data) {
        PointSet first = data.sample(500, 42);
        assertArrayEquals(first.points(), data.sample(500, 42).points());
        assertFalse(Arrays.equals(first.points(), data.sample(500, 43).points()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void classesComeInTurnSoThatEachHasItsShare(PlaneData data) {
        PointSet set = data.sample(101, 1);
        assertEquals(101, set.size());
        assertEquals(data.classes(), set.classes());
        for (int i = 0; i < set.size(); i++) {
            assertEquals(i % data.classes(), set.labels()[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void pointsLieOnTheDataAndInsideTheStandardRegion(PlaneData data) {
        PointSet set = data.sample(4000, 9);
        long on = IntStream.range(0, set.size())
                .filter(i -> data.distance(set.x(i), set.y(i)) <= data.onWithin() + 1e-6)
                .count();
        long off = IntStream.range(0, set.size())
                .filter(i -> data.distance(set.x(i), set.y(i)) > data.offBeyond())
                .count();
        assertTrue(on > 0.84 * set.size(), "on the data: " + on);
        assertTrue(off < 0.002 * set.size(), "off the data: " + off);
        assertTrue(
                IntStream.range(0, set.size()).allMatch(i -> PlaneRegion.STANDARD.contains(set.x(i), set.y(i))),
                "a point is not shown");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void someOfTheStandardRegionIsOnAndMostIsOff(PlaneData data) {
        Grid grid = new Grid(PlaneRegion.STANDARD, 100, 100);
        float[] places = grid.points();
        long on = IntStream.range(0, grid.size())
                .filter(i -> data.distance(places[2 * i], places[2 * i + 1]) <= data.onWithin())
                .count();
        long off = IntStream.range(0, grid.size())
                .filter(i -> data.distance(places[2 * i], places[2 * i + 1]) > data.offBeyond())
                .count();
        assertTrue(on > 200 && on < 3000, "on: " + on);
        assertTrue(off > 3000, "off: " + off);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void hollowsLieOffTheData(PlaneData data) {
        for (Position hollow : data.hollows()) {
            assertTrue(data.distance(hollow.x(), hollow.y()) > data.offBeyond(), "hollow at " + hollow);
        }
        assertFalse(data.hollows().isEmpty());
    }

    @Test
    void moonsAreInterleavedHalfRings() {
        Moons moons = new Moons(1, 0.2);
        PointSet set = moons.sample(4000, 3);
        for (int i = 0; i < set.size(); i++) {
            int side = set.labels()[i] == 0 ? 1 : -1;
            assertTrue(side * set.y(i) >= -0.25 - 1e-6, "point " + i + " of the wrong half");
            double radius = new Position(-0.5, -0.25).distance(side * set.x(i), side * set.y(i));
            assertEquals(1, radius, 0.1 + 1e-6);
        }
        assertEquals(List.of(), new Moons(0.3, 0.2).hollows());
        assertThrows(IllegalArgumentException.class, () -> new Moons(1, 1.5));
    }

    @Test
    void moonDistanceAgreesWithBruteForce() {
        Moons moons = new Moons(1.4, 0.2);
        List<Position> line = new ArrayList<>();
        for (int i = 0; i <= 20_000; i++) {
            Position upper = new Position(-0.7, -0.35).towards(Math.PI * i / 20_000, 1.4);
            line.add(upper);
            line.add(new Position(-upper.x(), -upper.y()));
        }
        assertAgrees(moons, line, 21);
    }

    @Test
    void spiralDistanceAgreesWithBruteForce() {
        for (Spirals spirals : List.of(
                Spirals.standard(),
                new Spirals(1, 5, 0.1),
                new Spirals(8, 0.1, 0.1),
                new Spirals(3, 0.3, 0.1),
                new Spirals(4, 2.2, 0.1))) {
            List<Position> line = new ArrayList<>();
            for (int arm = 0; arm < spirals.arms(); arm++) {
                for (int i = 0; i <= 30_000; i++) {
                    double t = i / 30_000.0;
                    double angle = 2 * Math.PI * (spirals.turns() * t + (double) arm / spirals.arms());
                    line.add(new Position(0, 0).towards(angle, 0.3 + 1.8 * t));
                }
            }
            assertAgrees(spirals, line, 22);
        }
    }

    /** The line is so dense that the nearest of its points is within 2e-3 of its true nearest place, along it. */
    private static void assertAgrees(PlaneData data, List<Position> line, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            double scale = i % 4 == 0 ? 0.3 : 3;
            double x = random.nextDouble(-scale, scale);
            double y = random.nextDouble(-scale, scale);
            double expected = line.stream()
                    .mapToDouble(place -> place.distance(x, y))
                    .min()
                    .orElseThrow();
            double actual = data.distance(x, y);
            assertTrue(
                    actual <= expected + 1e-9 && actual > expected - 2e-3,
                    data + " at " + x + ", " + y + ": expected " + expected + " but got " + actual);
        }
    }

    @Test
    void spiralPointsAreUniformAlongTheirArm() {
        PointSet set = new Spirals(1, 1, 0.01).sample(20_000, 17);
        // The arm's length up to radius r, in closed form, as a share of the whole.
        double growth = 1.8 / (2 * Math.PI);
        double from = length(0.3 / growth);
        double to = length(2.1 / growth);
        double[] shares = IntStream.range(0, set.size())
                .mapToDouble(i -> (length(Math.hypot(set.x(i), set.y(i)) / growth) - from) / (to - from))
                .sorted()
                .toArray();
        for (int i = 0; i < shares.length; i++) {
            assertEquals((i + 0.5) / shares.length, shares[i], 0.015);
        }
    }

    private static double length(double ratio) {
        double root = Math.sqrt(1 + ratio * ratio);
        return ratio * root + Math.log(ratio + root);
    }

    @Test
    void blobsHaveTheirMeansAndSpread() {
        Blobs blobs = new Blobs(List.of(new Position(-1, 2), new Position(3, 0)), 0.5);
        PointSet set = blobs.sample(40_000, 8);
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            int[] mine = IntStream.range(0, set.size())
                    .filter(i -> set.labels()[i] == wanted)
                    .toArray();
            double meanX = Arrays.stream(mine).mapToDouble(set::x).average().orElseThrow();
            double meanY = Arrays.stream(mine).mapToDouble(set::y).average().orElseThrow();
            double variance = Arrays.stream(mine)
                    .mapToDouble(i -> (square(set.x(i) - meanX) + square(set.y(i) - meanY)) / 2)
                    .average()
                    .orElseThrow();
            assertEquals(blobs.centres().get(label).x(), meanX, 0.015);
            assertEquals(blobs.centres().get(label).y(), meanY, 0.015);
            assertEquals(0.25, variance, 0.01);
        }
        assertEquals(1, blobs.distance(-1, 1), 1e-12);
        assertEquals(List.of(new Position(1, 1)), new Blobs(blobs.centres(), 0.3).hollows());
        assertEquals(List.of(), new Blobs(List.of(new Position(0, 0)), 0.1).hollows());
    }

    private static double square(double value) {
        return value * value;
    }

    @Test
    void wrongShapesAreRefused() {
        List<Position> one = List.of(new Position(0, 0));
        assertRefused("arms of the spirals", 9, () -> new Spirals(9, 1, 0.1));
        assertRefused("turns of the spirals", Double.NaN, () -> new Spirals(2, Double.NaN, 0.1));
        assertRefused("spread of the blobs", -1.0, () -> new Blobs(one, -1));
        assertRefused("radius of the moons", Double.POSITIVE_INFINITY, () -> new Moons(Double.POSITIVE_INFINITY, 0.1));
        assertRefused("thickness of the moons", 0.2, () -> new Moons(0.1, 0.2));
    }

    private static void assertRefused(String setting, Object got, Executable action) {
        SettingProblem wrong = assertThrows(SettingProblem.class, action);
        assertEquals(setting, wrong.setting());
        assertEquals(String.valueOf(got), wrong.got());
    }
}
