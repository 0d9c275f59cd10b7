package org.penumbra.net.plane;

import java.util.List;
import org.penumbra.data.MemoryNeed;

/** What a {@link PlaneTraining} takes of the memory: buffers of every layer for a batch, and copies of the weights. */
public final class PlaneTrainingMemory {

    private static final int INPUTS = 2;
    /** Values, their gradients, and the slopes of the activation. */
    private static final int BUFFERS = 3;
    /** Weights, gradient, two moments, the last good ones, and the network that is shown with its gradient. */
    private static final int HEAP_COPIES = 7;

    private static final int NATIVE_COPIES = 4;
    /** What is there whatever the settings. */
    private static final MemoryNeed FIXED = new MemoryNeed(3_000_000, 1_000_000);

    private PlaneTrainingMemory() {}

    /** What a run of these settings takes. */
    public static MemoryNeed of(PlaneSetup setup, int classes) {
        List<Integer> hidden = setup.network().hidden();
        long units = classes;
        long weights = (long) hidden.get(hidden.size() - 1) * classes;
        int before = INPUTS;
        for (int width : hidden) {
            // Encoder and decoder have a layer of this width each.
            units += 2L * width;
            weights += 2L * before * width;
            before = width;
        }
        long buffers = BUFFERS * units * setup.training().batch() * Float.BYTES;
        return FIXED.and(new MemoryNeed(buffers, buffers))
                .and(new MemoryNeed(HEAP_COPIES * weights * Float.BYTES, NATIVE_COPIES * weights * Float.BYTES));
    }
}
