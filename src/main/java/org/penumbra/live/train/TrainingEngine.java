package org.penumbra.live.train;

import java.util.Optional;
import org.penumbra.live.engine.PlayedEngine;

/**
 * A training run of an image network as its viewers see it: commands go in, frames and curve points come out. Every
 * method returns at once and may be called from any thread.
 */
public interface TrainingEngine extends PlayedEngine<TrainingFrame, TrainingPoint, TrainingStatus> {

    /** Starts engines, so that a viewer need not know which. */
    @FunctionalInterface
    interface Factory {

        /** Starts an engine without a plan. */
        TrainingEngine start();
    }

    /** Ends the present run, if there is one, and builds another, paused at step 0 with its initial weights. */
    void begin(TrainingPlan plan);

    /** The same as {@link #begin}, but paused where a run stood. */
    void resume(TrainingSnapshot snapshot);

    /** Ends the run here: its state becomes FINISHED, and its weights can be taken. */
    void stop();

    /** Goes back to the initial weights of the same plan, paused; the same run follows, bit for bit. */
    void reset();

    /** Ends the run and forgets it, its images and its network. */
    void clear();

    /** Asks for where the run stands; it comes through {@link #takeSnapshot}. */
    void snapshot();

    /** Asks for the present weights, measured on the held-out images; they come through {@link #takeWeights}. */
    void weights();

    /** The snapshot asked for, once. */
    Optional<TrainingSnapshot> takeSnapshot();

    /** The weights asked for, once; also those of a run that finished, the best ones where it ended early. */
    Optional<TrainedWeights> takeWeights();
}
