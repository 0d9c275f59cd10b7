package org.penumbra.net.image;

import org.penumbra.data.MemoryNeed;
import org.penumbra.net.Cores;

/**
 * What an {@link ImageTraining} takes of the memory, besides its images. The numbers were measured, since they depend on
 * what each layer keeps for the pass back; a test holds them against what is taken.
 */
public final class ImageTrainingMemory {

    /** Images that a convolution works on at once, and keeps room for. */
    private static final int TILE = 8;
    /** Rows a lane has room for that only answers. */
    private static final int ANSWERING = 64;
    /** DL4J's weights, gradients and Adam, and its workspaces before they grow with the batch. */
    private static final MemoryNeed DL4J_NETWORK = new MemoryNeed(20_000_000, 60_000_000);

    private ImageTrainingMemory() {}

    /** Measured bytes of a network: for itself, for each lane and for each image of a batch. */
    private record Cost(MemoryNeed network, MemoryNeed lane, MemoryNeed image) {}

    /**
     * Of DL4J's layers: beside the heap it keeps the patches of every convolution, 800 numbers for each place, and what comes
     * back to them.
     */
    private static Cost ofDl4j(ImageArchitecture architecture) {
        return architecture == ImageArchitecture.DAE_SYM
                ? new Cost(DL4J_NETWORK, MemoryNeed.NONE, new MemoryNeed(20_000, 2_200_000))
                : new Cost(DL4J_NETWORK, MemoryNeed.NONE, new MemoryNeed(20_000, 1_500_000));
    }

    private static Cost of(ImageArchitecture architecture) {
        return switch (architecture) {
            case CNN, COOL ->
                new Cost(
                        new MemoryNeed(5_000_000, 2_000_000),
                        new MemoryNeed(5_000_000, 3_600_000),
                        new MemoryNeed(148_000, 132_000));
            case DAE_ASYM ->
                new Cost(
                        new MemoryNeed(8_000_000, 3_200_000),
                        new MemoryNeed(6_000_000, 4_800_000),
                        new MemoryNeed(160_000, 139_000));
            case DAE_SYM ->
                new Cost(
                        new MemoryNeed(10_000_000, 3_800_000),
                        new MemoryNeed(12_500_000, 6_800_000),
                        new MemoryNeed(236_000, 184_000));
        };
    }

    /**
     * What a run takes, training and answering between the steps.
     *
     * @param engine whose layers take the steps
     * @param lanes  parts a batch is cut into
     */
    public static MemoryNeed of(StepEngine engine, ImageSettings network, ImageTrainingSettings training, int lanes) {
        if (engine == StepEngine.PENUMBRA) {
            return of(network, training, lanes);
        }
        Cost cost = ofDl4j(network.architecture());
        return cost.network().and(cost.image().times(training.batch()));
    }

    /** The same of our own layers. */
    public static MemoryNeed of(ImageSettings network, ImageTrainingSettings training, int lanes) {
        Cost cost = of(network.architecture());
        int used = Math.min(lanes, training.batch());
        long rows = (training.batch() + used - 1) / used;
        long kept = (rows + TILE - 1) / TILE * TILE * used;
        // A lane that only answers keeps less than a tenth of what one for the pass back does.
        MemoryNeed answering = cost.lane()
                .and(new MemoryNeed(
                        cost.image().heap() * ANSWERING / 10, cost.image().beside() * ANSWERING / 10));
        return cost.network()
                .and(cost.lane().times(used))
                .and(cost.image().times(kept))
                .and(answering.times(Cores.count()));
    }

    /** What takes it, as a sentence begins: "training dae-sym with 8192 images a step in 2 parts". */
    public static String words(ImageSettings network, ImageTrainingSettings training, int lanes) {
        return "training " + network.architecture().id() + " with " + training.batch() + " images a step in " + lanes
                + (lanes == 1 ? " part" : " parts");
    }
}
