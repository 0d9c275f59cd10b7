package org.penumbra.detector.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;

/** The tree and the blocks find what sorting all distances finds, to the bit. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SearchTest {

    private static final long SEED = 7;

    @Test
    void bothFindWhatSortingFinds() {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            int width = 1 + random.nextInt(round % 2 == 0 ? 6 : 60);
            int count = 2 + random.nextInt(round % 7 == 0 ? 1200 : 90);
            int k = 1 + random.nextInt(Math.min(12, count - 1));
            // Few different numbers make many equal distances.
            float[] rows = draw(count * width, random, round % 3 == 0 ? 2 : 0);
            float[] queries = draw((1 + random.nextInt(40)) * width, random, round % 3 == 0 ? 2 : 0);
            String what = "seed " + SEED + ", round " + round;
            for (Search search : new Search[] {TreeSearch.among(rows, width), new BlockSearch(rows, width)}) {
                assertFound(
                        sorted(rows, queries, width, k, false),
                        search.nearest(queries, k, false, FitWatcher.NONE),
                        what);
                assertFound(sorted(rows, rows, width, k, true), search.nearest(rows, k, true, FitWatcher.NONE), what);
            }
        }
    }

    @Test
    void rowsThatAreAllEqualAreFoundInTheirOrder() {
        float[] rows = new float[40 * 100];
        Arrays.fill(rows, 0.3f);
        for (Search search : new Search[] {TreeSearch.among(rows, 40), new BlockSearch(rows, 40)}) {
            Found found = search.nearest(rows, 3, true, FitWatcher.NONE);
            assertArrayEquals(new int[] {1, 2, 3}, found.rowsOf(0));
            assertArrayEquals(new int[] {0, 1, 3}, found.rowsOf(2));
            assertArrayEquals(new double[3], found.distancesOf(99));
        }
    }

    @Test
    void rowsFarFromTheOriginAreComparedExactly() {
        // |x|^2 is ten million, where single precision counts in ones; the distances are of the size of a half.
        Random random = new Random(SEED);
        int width = 20;
        float[] rows = new float[300 * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = 700 + (float) random.nextInt(8) / 16;
        }
        assertFound(
                sorted(rows, rows, width, 5, true),
                new BlockSearch(rows, width).nearest(rows, 5, true, FitWatcher.NONE),
                "seed " + SEED);
    }

    @Test
    void aQueryIsAnsweredAlikeAloneAndAmongMany() {
        Random random = new Random(SEED);
        float[] rows = draw(900 * 30, random, 0);
        float[] queries = draw(50 * 30, random, 0);
        Search search = Search.among(rows, 30);
        assertInstanceOf(BlockSearch.class, search);
        Found all = search.nearest(queries, 4, false, FitWatcher.NONE);
        for (int query = 0; query < 50; query++) {
            Found one = search.nearest(
                    Arrays.copyOfRange(queries, query * 30, (query + 1) * 30), 4, false, FitWatcher.NONE);
            assertArrayEquals(all.rowsOf(query), one.rowsOf(0));
            assertArrayEquals(all.distancesOf(query), one.distancesOf(0));
        }
    }

    @Test
    void whatIsNoNumberHasNoNeighbours() {
        Random random = new Random(SEED);
        for (int width : new int[] {2, 30}) {
            Search search = Search.among(draw(50 * width, random, 0), width);
            for (int count : new int[] {1, 20}) {
                float[] queries = draw(count * width, random, 0);
                queries[width - 1] = Float.NaN;
                assertTrue(search.nearest(queries, 3, false, FitWatcher.NONE).hasNone(0));
                queries[width - 1] = Float.NEGATIVE_INFINITY;
                Found found = search.nearest(queries, 3, false, FitWatcher.NONE);
                assertTrue(found.hasNone(0));
                assertTrue(Double.isNaN(found.mean(0)));
                assertEquals(count == 1, found.hasNone(count - 1));
            }
        }
    }

    @Test
    void moreNeighboursThanThereAreAreRefused() {
        Search search = Search.among(new float[6], 2);
        assertInstanceOf(TreeSearch.class, search);
        assertThrows(IllegalArgumentException.class, () -> search.nearest(new float[2], 4, false, FitWatcher.NONE));
        assertThrows(IllegalArgumentException.class, () -> search.nearest(new float[6], 3, true, FitWatcher.NONE));
        assertThrows(IllegalArgumentException.class, () -> search.nearest(new float[3], 1, false, FitWatcher.NONE));
    }

    @Test
    void aSearchCanBeStopped() {
        float[] rows = draw(2000 * 20, new Random(SEED), 0);
        int[] asked = {0};
        assertThrows(FitStopped.class, () -> new BlockSearch(rows, 20).nearest(rows, 2, true, share -> asked[0]++ < 2));
        assertEquals(3, asked[0]);
    }

    private static void assertFound(Found expected, Found found, String what) {
        assertArrayEquals(expected.rows(), found.rows(), what);
        // Terms are added in another order.
        assertArrayEquals(expected.distances(), found.distances(), 1e-12 * 1e3, what);
    }

    private static Found sorted(float[] rows, float[] queries, int width, int k, boolean themselves) {
        Found found = Found.empty(queries.length / width, k);
        for (int query = 0; query < queries.length / width; query++) {
            int asked = query;
            double[] squared = new double[rows.length / width];
            for (int row = 0; row < squared.length; row++) {
                for (int i = 0; i < width; i++) {
                    double difference = (double) rows[row * width + i] - queries[query * width + i];
                    squared[row] += difference * difference;
                }
            }
            int[] nearest = IntStream.range(0, squared.length)
                    .filter(row -> !(themselves && row == asked))
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> squared[row]))
                    .limit(k)
                    .mapToInt(row -> row)
                    .toArray();
            for (int i = 0; i < k; i++) {
                found.rows()[query * k + i] = nearest[i];
                found.distances()[query * k + i] = Math.sqrt(squared[nearest[i]]);
            }
        }
        return found;
    }

    private static float[] draw(int count, Random random, int levels) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = levels > 0 ? random.nextInt(levels) : (float) random.nextGaussian();
        }
        return values;
    }
}
