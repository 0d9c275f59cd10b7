package org.penumbra.live.train;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the weights of the epoch with the lowest validation loss and says when it has not fallen for too long. */
final class EarlyStop {

    private final int patience;
    private TrainedWeights best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private long bestEpoch;

    /** @param patience epochs; 0: never, and nothing is kept */
    EarlyStop(int patience) {
        this.patience = patience;
    }

    /**
     * An epoch has ended.
     *
     * @param epoch   whole epochs done
     * @param loss    cross-entropy + lambda * reconstruction over the held-out images; one that is no number counts as
     *                not lower
     * @param weights of now, asked for only if they are the best so far
     * @return whether the run should end
     */
    boolean validated(long epoch, double loss, Supplier<TrainedWeights> weights) {
        if (patience == 0) {
            return false;
        }
        if (loss < bestLoss) {
            bestLoss = loss;
            bestEpoch = epoch;
            best = weights.get();
        }
        return epoch - bestEpoch >= patience;
    }

    /** The best weights; empty while no loss was a number. */
    Optional<TrainedWeights> best() {
        return Optional.ofNullable(best);
    }

    /** The epoch after which they were these. */
    long bestEpoch() {
        return bestEpoch;
    }

    /** The lowest loss, infinite while there is none. */
    double bestLoss() {
        return bestLoss;
    }
}
