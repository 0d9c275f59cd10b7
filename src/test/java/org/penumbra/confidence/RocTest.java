package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocTest {

    @Test
    void agreesWithCountingEveryPairTiesIncluded() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(60);
            int distinct = 1 + random.nextInt(12);
            float[] scores = new float[n];
            boolean[] positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                scores[i] = (random.nextInt(distinct) - distinct / 2) * 0.37f;
                positive[i] = random.nextBoolean();
            }
            assertEquals(
                    byPairs(scores, positive), Roc.auroc(scores, positive), 1e-15, "round " + round + ", seed " + seed);
            assertEquals(
                    byPairs(scores, positive),
                    Roc.auroc(pick(scores, positive, true), pick(scores, positive, false)),
                    1e-15,
                    "round " + round + ", seed " + seed);
            assertEquals(
                    byPairs(scores, positive),
                    Roc.auroc(doubles(pick(scores, positive, true)), doubles(pick(scores, positive, false))),
                    1e-15,
                    "round " + round + ", seed " + seed);
        }
    }

    @Test
    void doublePrecisionTellsApartWhatSingleDoesNot() {
        double[] above = {1 + 1e-12, Double.POSITIVE_INFINITY};
        double[] below = {1, Double.NEGATIVE_INFINITY};
        assertEquals(1, Roc.auroc(above, below));
        assertEquals(0.5, Roc.auroc(new double[] {-0.0}, new double[] {0.0}));
        assertEquals(Double.NaN, Roc.auroc(above, new double[0]));
        assertEquals(Double.NaN, Roc.auroc(above, new double[] {Double.NaN}));
        assertEquals(Double.NaN, Roc.auroc(new double[] {Double.NaN}, below));
    }

    @Test
    void perfectOrderIsOneAndReversedIsZero() {
        float[] scores = {-2, -1, 0, 1e-30f, Float.POSITIVE_INFINITY};
        boolean[] upper = {false, false, true, true, true};
        boolean[] lower = {true, true, false, false, false};
        assertEquals(1, Roc.auroc(scores, upper));
        assertEquals(0, Roc.auroc(scores, lower));
    }

    @Test
    void equalScoresAreNoInformation() {
        assertEquals(0.5, Roc.auroc(new float[] {0.3f, 0.3f, 0.3f}, new boolean[] {true, false, true}));
        assertEquals(0.5, Roc.auroc(new float[] {0f, -0f}, new boolean[] {true, false}));
        assertEquals(0.5, Roc.auroc(new float[] {-0f}, new float[] {0f}));
    }

    @Test
    void largeGroupsDoNotOverflow() {
        int n = 200_000;
        float[] positives = new float[n];
        float[] negatives = new float[n];
        for (int i = 0; i < n; i++) {
            positives[i] = i + n / 4;
            negatives[i] = i;
        }
        // A positive at i beats the i + n/4 negatives below it, all n once i reaches 3n/4, and ties with one.
        double m = 0.75 * n;
        double won = m * n / 4 + m * (m - 1) / 2 + 0.5 * m + n / 4.0 * n;
        assertEquals(won / ((double) n * n), Roc.auroc(positives, negatives), 1e-12);
    }

    @Test
    void withoutTwoSidesOrAnOrderThereIsNoArea() {
        assertEquals(Double.NaN, Roc.auroc(new float[0], new boolean[0]));
        assertEquals(Double.NaN, Roc.auroc(new float[] {1, 2}, new boolean[] {true, true}));
        assertEquals(Double.NaN, Roc.auroc(new float[] {1, 2}, new boolean[] {false, false}));
        assertEquals(Double.NaN, Roc.auroc(new float[] {1, Float.NaN}, new boolean[] {true, false}));
        assertEquals(Double.NaN, Roc.auroc(new float[] {1}, new float[] {Float.NaN}));
        assertEquals(Double.NaN, Roc.auroc(new float[] {Float.NaN}, new float[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Roc.auroc(new float[2], new boolean[3]));
    }

    private static double byPairs(float[] scores, boolean[] positive) {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private static float[] pick(float[] scores, boolean[] positive, boolean which) {
        float[] picked = new float[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i] == which) {
                picked[count++] = scores[i];
            }
        }
        return Arrays.copyOf(picked, count);
    }
}
