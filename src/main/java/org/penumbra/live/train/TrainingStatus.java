package org.penumbra.live.train;

import java.util.Optional;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.net.Divergence;

/**
 * How a training run is doing at one moment.
 *
 * @param generation      counts plans, resets and returns to a snapshot, from 0; -1 before the first
 * @param state           what it does; FINISHED when it reached its last step, was stopped, or its validation loss no longer
 *                        fell: then its model can be taken
 * @param step            steps taken
 * @param totalSteps      steps of the whole run
 * @param epochs          passes over the training images, with fractions
 * @param imagesPerSecond training speed of the last moments, what is shown included; 0 while it does not train
 * @param secondsLeft     at this speed; NaN while it is not known
 * @param shownShare      share of the run's time that went into what is shown rather than into training, 0 to 1
 * @param message         why it ended or failed and what to do, or empty
 * @param divergence how training diverged, where that is why it failed
 */
public record TrainingStatus(
        int generation,
        State state,
        long step,
        long totalSteps,
        double epochs,
        double imagesPerSecond,
        double secondsLeft,
        double shownShare,
        String message,
        Optional<Divergence> divergence)
        implements EngineStatus<TrainingStatus> {

    @Override
    public TrainingStatus closed() {
        return new TrainingStatus(
                generation, State.CLOSED, step, totalSteps, epochs, 0, Double.NaN, shownShare, message, divergence);
    }
}
