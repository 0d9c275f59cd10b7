package org.penumbra.confidence;

import java.util.Arrays;

/** How well a score tells two groups apart. */
public final class Roc {

    private Roc() {}

    /**
     * The area under the receiver operating characteristic: the chance that a positive drawn at random scores above a
     * negative drawn at random, ties counted half. Exact, by ranks, in O(n log n).
     *
     * @param scores   any numbers, infinite ones too
     * @param positive which of them belong to the positives, as many as there are scores
     * @return in [0, 1]; NaN when one side is empty or a score is NaN, for then there is no order
     */
    public static double auroc(float[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    scores.length + " scores need as many marks, but there are " + positive.length);
        }
        long[] keys = new long[scores.length];
        for (int i = 0; i < keys.length; i++) {
            if (Float.isNaN(scores[i])) {
                return Double.NaN;
            }
            keys[i] = key(scores[i], positive[i]);
        }
        return area(keys);
    }

    /** The same of two separate groups. */
    public static double auroc(float[] positives, float[] negatives) {
        long[] keys = new long[positives.length + negatives.length];
        int at = 0;
        for (float score : positives) {
            if (Float.isNaN(score)) {
                return Double.NaN;
            }
            keys[at++] = key(score, true);
        }
        for (float score : negatives) {
            if (Float.isNaN(score)) {
                return Double.NaN;
            }
            keys[at++] = key(score, false);
        }
        return area(keys);
    }

    /** The same of two separate groups, in double precision. */
    public static double auroc(double[] positives, double[] negatives) {
        double[] above = positives.clone();
        double[] below = negatives.clone();
        Arrays.sort(above);
        Arrays.sort(below);
        if (above.length == 0 || below.length == 0 || isNaN(above) || isNaN(below)) {
            return Double.NaN;
        }
        int lower = 0;
        int lowerOrEqual = 0;
        long twiceWon = 0;
        for (double score : above) {
            while (lower < below.length && below[lower] < score) {
                lower++;
            }
            while (lowerOrEqual < below.length && below[lowerOrEqual] <= score) {
                lowerOrEqual++;
            }
            twiceWon += (long) lower + lowerOrEqual;
        }
        return twiceWon / (2.0 * above.length * below.length);
    }

    /** Of ascending numbers, among which NaN comes last. */
    private static boolean isNaN(double[] ascending) {
        return Double.isNaN(ascending[ascending.length - 1]);
    }

    /** Score and mark in one number that sorts by the score: sorting plain numbers needs no comparator. */
    private static long key(float score, boolean positive) {
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
        return (long) ordered << 1 | (positive ? 1 : 0);
    }

    private static double area(long[] keys) {
        Arrays.sort(keys);
        long negativesBelow = 0;
        long positives = 0;
        // Twice the count of pairs in the right order, so that halves stay whole numbers and the sum stays exact.
        long twiceWon = 0;
        for (int start = 0; start < keys.length; ) {
            long score = keys[start] >> 1;
            int end = start;
            long tiedPositives = 0;
            for (; end < keys.length && keys[end] >> 1 == score; end++) {
                tiedPositives += keys[end] & 1;
            }
            long tiedNegatives = end - start - tiedPositives;
            twiceWon += tiedPositives * (2 * negativesBelow + tiedNegatives);
            positives += tiedPositives;
            negativesBelow += tiedNegatives;
            start = end;
        }
        return positives == 0 || negativesBelow == 0 ? Double.NaN : twiceWon / (2.0 * positives * negativesBelow);
    }
}
