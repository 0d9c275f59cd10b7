package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Squared distances by matrix products against differences. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DistancesTest {

    private static final long SEED = 20;

    @Test
    void everyDistanceIsWithinItsError() {
        // More than a block of rows and of queries, and none a whole number of blocks.
        for (int[] size : new int[][] {{1, 1, 1}, {700, 150, 30}, {513, 65, 3}, {20, 300, 129}}) {
            int rows = size[0];
            int queries = size[1];
            int width = size[2];
            float[] bank = draw(rows * width, SEED);
            float[] asked = draw(queries * width, SEED + 1);
            double[] found = new double[queries * rows];
            try (Distances distances = new Distances(bank, width)) {
                distances.squared(asked, 0, queries, (query, first, count, squared, at) -> {
                    for (int i = 0; i < count; i++) {
                        found[query * rows + first + i] = squared[at + i];
                    }
                });
                for (int query = 0; query < queries; query++) {
                    double error = distances.error(asked, query);
                    assertTrue(error < 1e-3 * width, "an error that says nothing: " + error);
                    for (int row = 0; row < rows; row++) {
                        double right = squared(bank, row, asked, query, width);
                        assertEquals(right, found[query * rows + row], error, "seed " + SEED + ", row " + row);
                        assertTrue(found[query * rows + row] >= 0);
                    }
                }
            }
        }
    }

    @Test
    void someQueriesCanBeAskedForAlone() {
        float[] bank = {0, 0, 3, 4};
        boolean[] asked = new boolean[4];
        try (Distances distances = new Distances(bank, 2)) {
            distances.squared(new float[8], 1, 3, (query, first, count, squared, at) -> {
                asked[query] = true;
                assertEquals(0, first);
                assertEquals(0, squared[at]);
                assertEquals(25, squared[at + 1], 1e-4);
            });
            distances.squared(new float[8], 2, 2, (query, first, count, squared, at) -> asked[0] = true);
        }
        assertEquals("[false, true, true, false]", java.util.Arrays.toString(asked));
    }

    @Test
    void whatIsNoMatrixIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Distances(new float[5], 2));
        assertThrows(IllegalArgumentException.class, () -> new Distances(new float[0], 2));
        assertThrows(IllegalArgumentException.class, () -> new Distances(new float[4], 0));
    }

    private static double squared(float[] bank, int row, float[] asked, int query, int width) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double difference = (double) bank[row * width + i] - asked[query * width + i];
            sum += difference * difference;
        }
        return sum;
    }

    private static float[] draw(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
