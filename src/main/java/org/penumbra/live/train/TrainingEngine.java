package org.penumbra.live.train;

import java.util.List;
import java.util.Optional;

/**
 * A training run of an image network as its viewers see it: commands go in, frames and curve points come out. Every
 * method returns at once and may be called from any thread.
 */
public interface TrainingEngine extends AutoCloseable {

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

    /** Trains until paused or finished. */
    void play();

    /** Stops training after the present mini-batch. */
    void pause();

    /** Pauses and takes so many single steps, at least 1. */
    void step(int steps);

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

    /** The newest frame not yet taken, or empty. */
    Optional<TrainingFrame> takeFrame();

    /** All curve points since the last call, oldest first. */
    List<TrainingPoint> takeCurve();

    /** The snapshot asked for, once. */
    Optional<TrainingSnapshot> takeSnapshot();

    /** The weights asked for, once; also those of a run that finished, the best ones where it ended early. */
    Optional<TrainedWeights> takeWeights();

    /** How it is doing at this moment. */
    TrainingStatus status();

    /** Ends the engine thread within a second. */
    @Override
    void close();
}
