package org.penumbra.course;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the weights of the epoch with the lowest validation loss and says when it has not fallen for too long. */
final class EarlyStop {

    private final int patience;
    private BestWeights best;

    /** @param patience epochs; 0: never, and nothing is kept */
    EarlyStop(int patience) {
        this.patience = patience;
    }

    /** Goes on with what an interrupted run found best; without patience nothing is kept. */
    void resume(BestWeights found) {
        best = patience == 0 ? null : found;
    }

    /**
     * An epoch has ended.
     *
     * @param step       steps taken
     * @param epoch      whole epochs done
     * @param loss       cross-entropy + lambda * reconstruction over the held-out images; one that is no number counts as
     *                   not lower
     * @param parameters of now, asked for only if they are the best so far
     * @return whether the run should end
     */
    boolean validated(long step, long epoch, double loss, Supplier<float[]> parameters) {
        if (patience == 0) {
            return false;
        }
        if (loss < (best == null ? Double.POSITIVE_INFINITY : best.loss())) {
            best = new BestWeights(step, epoch, loss, parameters.get());
        }
        return epoch - (best == null ? 0 : best.epoch()) >= patience;
    }

    /** The best weights; empty while no loss was a number. */
    Optional<BestWeights> best() {
        return Optional.ofNullable(best);
    }
}
