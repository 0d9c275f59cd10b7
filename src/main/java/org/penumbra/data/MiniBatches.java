package org.penumbra.data;

import java.util.SplittableRandom;

/**
 * Endless shuffled mini-batches over the points 0 to n - 1. Every epoch is a new permutation, so each point comes
 * exactly once an epoch; a batch that reaches the end of an epoch is filled from the next one. The same seed gives
 * the same batches. One object serves one thread.
 */
public final class MiniBatches {

    private final int[] order;
    private final SplittableRandom random;
    private int next;
    private long epoch;

    /**
     * @param count n, how many points there are, at least 1
     * @param seed  of the order
     */
    public MiniBatches(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("mini-batches: expected at least 1 point, but got " + count);
        }
        order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        random = new SplittableRandom(seed);
        shuffle();
    }

    /** Writes the numbers of the next points, as many as the array holds; it may hold more than n. */
    public void next(int[] indices) {
        for (int filled = 0; filled < indices.length; ) {
            if (next == order.length) {
                shuffle();
                next = 0;
                epoch++;
            }
            int taken = Math.min(indices.length - filled, order.length - next);
            System.arraycopy(order, next, indices, filled, taken);
            filled += taken;
            next += taken;
        }
    }

    /** The epoch, from 0, to which the point handed out last belongs. */
    public long epoch() {
        return epoch;
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
