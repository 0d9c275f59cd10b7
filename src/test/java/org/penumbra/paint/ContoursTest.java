package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContoursTest {

    @Test
    void circleIsOneClosedLineOfTheRightLengthAndRadius() {
        int n = 200;
        double middle = 99.3;
        double radius = 70;
        float[] values = new float[n * n];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) -Math.hypot(i % n - middle, i / n - middle);
        }
        List<float[]> lines = Contours.lines(values, n, n, -radius);
        assertEquals(1, lines.size());
        float[] line = lines.get(0);
        assertTrue(closed(line));
        for (int i = 0; i < line.length; i += 2) {
            assertEquals(radius, Math.hypot(line[i] - middle, line[i + 1] - middle), 0.004);
        }
        assertEquals(2 * Math.PI * radius, length(line), 0.01);
    }

    @Test
    void lineThatLeavesTheFieldIsOpenAndEndsOnItsBorder() {
        float[] values = new float[50 * 30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 50 + 0.5f * (i / 50);
        }
        List<float[]> lines = Contours.lines(values, 50, 30, 20.25);
        assertEquals(1, lines.size());
        float[] line = lines.get(0);
        float[] ends = {line[1], line[line.length - 1]};
        Arrays.sort(ends);
        assertArrayEquals(new float[] {0, 29}, ends);
        for (int i = 0; i < line.length; i += 2) {
            assertEquals(20.25, line[i] + 0.5 * line[i + 1], 1e-4);
        }
        assertEquals(29 * Math.hypot(1, 0.5), length(line), 1e-3);
    }

    @Test
    void plateausHaveNoLine() {
        float[] flat = new float[100];
        for (double level : new double[] {-1, 0, 1}) {
            assertTrue(Contours.lines(flat, 10, 10, level).isEmpty());
        }
    }

    @Test
    void plateauAtTheLevelIsWalkedAroundOnce() {
        float[] values = new float[49];
        for (int row = 2; row <= 4; row++) {
            for (int column = 2; column <= 4; column++) {
                values[row * 7 + column] = 1;
            }
        }
        List<float[]> lines = Contours.lines(values, 7, 7, 1);
        assertEquals(1, lines.size());
        assertTrue(closed(lines.get(0)));
        assertEquals(8, length(lines.get(0)), 1e-6);
    }

    @Test
    void peakThatJustReachesTheLevelIsNoLine() {
        float[] values = new float[25];
        values[12] = 1;
        assertTrue(Contours.lines(values, 5, 5, 1).isEmpty());
        assertEquals(1, Contours.lines(values, 5, 5, 0.5).size());
    }

    @Test
    void saddleJoinsWhatItsMiddleJoins() {
        float[] high = {1, 0, 0, 0.9f};
        List<float[]> lines = Contours.lines(high, 2, 2, 0.4);
        assertEquals(2, lines.size());
        for (float[] line : lines) {
            boolean aroundUpperRight = line[0] + line[2] > 1 && line[1] + line[3] < 1;
            boolean aroundLowerLeft = line[0] + line[2] < 1 && line[1] + line[3] > 1;
            assertTrue(aroundUpperRight || aroundLowerLeft, Arrays.toString(line));
        }
        lines = Contours.lines(high, 2, 2, 0.6);
        for (float[] line : lines) {
            boolean aroundUpperLeft = line[0] + line[2] < 1 && line[1] + line[3] < 1;
            boolean aroundLowerRight = line[0] + line[2] > 1 && line[1] + line[3] > 1;
            assertTrue(aroundUpperLeft || aroundLowerRight, Arrays.toString(line));
        }
        float[] other = {0, 1, 0.9f, 0};
        for (float[] line : Contours.lines(other, 2, 2, 0.4)) {
            boolean aroundUpperLeft = line[0] + line[2] < 1 && line[1] + line[3] < 1;
            boolean aroundLowerRight = line[0] + line[2] > 1 && line[1] + line[3] > 1;
            assertTrue(aroundUpperLeft || aroundLowerRight, Arrays.toString(line));
        }
    }

    @Test
    void squaresWithoutNumbersAreLeftOut() {
        for (float hole : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] values = new float[20 * 20];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 20;
            }
            values[10 * 20 + 9] = hole;
            List<float[]> lines = Contours.lines(values, 20, 20, 9.5);
            assertEquals(2, lines.size());
            assertEquals(17, length(lines.get(0)) + length(lines.get(1)), 1e-5);
        }
    }

    @Test
    void fieldOfOneRowHasNoLine() {
        assertTrue(Contours.lines(new float[] {0, 1, 0}, 3, 1, 0.5).isEmpty());
        assertTrue(Contours.lines(new float[] {0}, 1, 1, 0.5).isEmpty());
    }

    @Test
    void everyCrossingOfARandomFieldIsVisitedOnce() {
        long seed = 20240607;
        Random random = new Random(seed);
        int columns = 37;
        int rows = 29;
        float[] values = new float[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        int crossings = 0;
        for (int i = 0; i < values.length; i++) {
            boolean inside = values[i] >= 0.5;
            crossings += i % columns + 1 < columns && values[i + 1] >= 0.5 != inside ? 1 : 0;
            crossings += i / columns + 1 < rows && values[i + columns] >= 0.5 != inside ? 1 : 0;
        }
        int visited = 0;
        for (float[] line : Contours.lines(values, columns, rows, 0.5)) {
            visited += line.length / 2 - (closed(line) ? 1 : 0);
        }
        assertEquals(crossings, visited, "seed " + seed);
    }

    @Test
    void wrongSizesAndLevelsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Contours.lines(new float[5], 2, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> Contours.lines(new float[4], 2, 2, Double.NaN));
    }

    private static boolean closed(float[] line) {
        return line[0] == line[line.length - 2] && line[1] == line[line.length - 1];
    }

    private static double length(float[] line) {
        double length = 0;
        for (int i = 2; i < line.length; i += 2) {
            length += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
        }
        return length;
    }
}
