package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seeds, noise and mini-batches. */
class RandomnessTest {

    @Test
    void everySeedGivesSixSeedsLikeNoOther() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -500; seed < 500; seed++) {
            Seeds seeds = new Seeds(seed);
            seen.add(seeds.weights());
            seen.add(seeds.data());
            seen.add(seeds.batches());
            seen.add(seeds.noise());
            seen.add(seeds.dropout());
            seen.add(seeds.probes());
            seen.add(seeds.attacks());
        }
        assertEquals(7000, seen.size());
    }

    @Test
    void seedsThatDifferInOneBitGiveSeedsThatDifferInHalfOfThem() {
        double flipped = 0;
        for (int bit = 0; bit < 64; bit++) {
            flipped += Long.bitCount(new Seeds(1).noise() ^ new Seeds(1 ^ 1L << bit).noise());
        }
        assertEquals(32, flipped / 64, 2);
    }

    /** Computed apart from this program; a saved preset must replay the same run in later versions. */
    @Test
    void seedsStayTheSameFromVersionToVersion() {
        assertEquals(-4616330145664149646L, new Seeds(1).weights());
    }

    @Test
    void noiseHasTheMomentsOfANormalDistribution() {
        int n = 1_000_000;
        float[] noise = new float[n];
        new GaussianNoise(123).fill(noise, n, 0.1);
        double mean = 0;
        for (float value : noise) {
            mean += value / 0.1 / n;
        }
        double variance = 0;
        double skewness = 0;
        double kurtosis = 0;
        double neighbours = 0;
        for (int i = 0; i < n; i++) {
            double value = noise[i] / 0.1 - mean;
            variance += value * value / n;
            skewness += value * value * value / n;
            kurtosis += value * value * value * value / n;
            neighbours += i == 0 ? 0 : value * noise[i - 1] / 0.1 / n;
        }
        assertEquals(0, mean, 0.005);
        assertEquals(1, variance, 0.007);
        assertEquals(0, skewness, 0.012);
        assertEquals(3, kurtosis / (variance * variance), 0.025);
        assertEquals(0, neighbours, 0.005);
    }

    @Test
    void addedNoiseIsTheSameStreamOnTopOfTheInput() {
        float[] filled = new float[100];
        float[] added = new float[100];
        Arrays.fill(added, 2);
        new GaussianNoise(5).fill(filled, 100, 0.3);
        new GaussianNoise(5).addTo(added, 100, 0.3);
        for (int i = 0; i < 100; i++) {
            assertEquals(2 + filled[i], added[i], 0f);
        }
    }

    @Test
    void noiseTouchesOnlyTheFirstNumbersAndGoesOnWhereItStopped() {
        float[] whole = new float[10];
        float[] parts = new float[10];
        new GaussianNoise(9).fill(whole, 10, 1);
        GaussianNoise source = new GaussianNoise(9);
        source.fill(parts, 4, 1);
        assertArrayEquals(new float[6], Arrays.copyOfRange(parts, 4, 10));
        float[] rest = new float[6];
        source.fill(rest, 6, 1);
        assertArrayEquals(Arrays.copyOfRange(whole, 4, 10), rest);
        float[] other = new float[10];
        new GaussianNoise(10).fill(other, 10, 1);
        assertFalse(Arrays.equals(whole, other));
    }

    @Test
    void theNumbersAfterDoNotDependOnSigma() {
        GaussianNoise silent = new GaussianNoise(3);
        GaussianNoise loud = new GaussianNoise(3);
        float[] first = new float[5];
        silent.fill(first, 5, 0);
        assertArrayEquals(new float[5], first, Float.MIN_VALUE);
        loud.fill(new float[5], 5, 2);
        float[] afterSilent = new float[5];
        float[] afterLoud = new float[5];
        silent.fill(afterSilent, 5, 1);
        loud.fill(afterLoud, 5, 1);
        assertArrayEquals(afterLoud, afterSilent);
    }

    @Test
    void wrongNoiseIsRefused() {
        GaussianNoise noise = new GaussianNoise(1);
        assertThrows(IllegalArgumentException.class, () -> noise.fill(new float[3], 3, -1));
        assertThrows(IllegalArgumentException.class, () -> noise.addTo(new float[3], 3, Double.NaN));
        assertThrows(IndexOutOfBoundsException.class, () -> noise.fill(new float[3], 4, 1));
    }

    @Test
    void everyPointComesOnceAnEpochInAnotherOrderEachTime() {
        MiniBatches batches = new MiniBatches(1000, 6);
        int[] stream = new int[3 * 1024];
        int[] batch = new int[128];
        for (int at = 0; at < stream.length; at += 128) {
            batches.next(batch);
            System.arraycopy(batch, 0, stream, at, 128);
            assertEquals((at + 127) / 1000, batches.epoch());
        }
        int[] all = IntStream.range(0, 1000).toArray();
        int[] first = Arrays.copyOfRange(stream, 0, 1000);
        int[] second = Arrays.copyOfRange(stream, 1000, 2000);
        assertArrayEquals(all, Arrays.stream(first).sorted().toArray());
        assertArrayEquals(all, Arrays.stream(second).sorted().toArray());
        long samePlace =
                IntStream.range(0, 1000).filter(i -> first[i] == second[i]).count();
        assertTrue(samePlace < 10, samePlace + " points kept their place");
    }

    @Test
    void everyOrderOfThreePointsIsEquallyLikely() {
        MiniBatches batches = new MiniBatches(3, 12);
        int[] counts = new int[27];
        int[] batch = new int[3];
        for (int i = 0; i < 60_000; i++) {
            batches.next(batch);
            counts[9 * batch[0] + 3 * batch[1] + batch[2]]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(6, seen.length);
        for (int count : seen) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void batchesLargerThanTheDataHoldSeveralEpochs() {
        MiniBatches batches = new MiniBatches(4, 2);
        int[] batch = new int[10];
        batches.next(batch);
        assertArrayEquals(
                new int[] {0, 1, 2, 3}, Arrays.stream(batch, 0, 4).sorted().toArray());
        assertArrayEquals(
                new int[] {0, 1, 2, 3}, Arrays.stream(batch, 4, 8).sorted().toArray());
        assertEquals(2, batches.epoch());
    }

    @Test
    void theSameSeedGivesTheSameBatches() {
        int[] first = new int[50];
        int[] again = new int[50];
        int[] other = new int[50];
        new MiniBatches(30, 77).next(first);
        new MiniBatches(30, 77).next(again);
        new MiniBatches(30, 78).next(other);
        assertArrayEquals(first, again);
        assertFalse(Arrays.equals(first, other));
        assertThrows(IllegalArgumentException.class, () -> new MiniBatches(0, 1));
    }
}
