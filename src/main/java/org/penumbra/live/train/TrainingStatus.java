package org.penumbra.live.train;

import java.util.Optional;
import org.penumbra.net.Divergence;

/**
 * How a training run is doing at one moment.
 *
 * @param generation      counts plans, resets and returns to a snapshot, from 0; -1 before the first
 * @param state           what it does
 * @param step            steps taken
 * @param totalSteps      steps of the whole run
 * @param epochs          passes over the training images, with fractions
 * @param imagesPerSecond training speed of the last moments, what is shown included; 0 while it does not train
 * @param secondsLeft     at this speed; NaN while it is not known
 * @param shownShare      share of the run's time that went into what is shown rather than into training, 0 to 1
 * @param message         why it ended or failed and what to do, or empty
 * @param divergence      how training diverged, empty unless that is the failure
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
        Optional<Divergence> divergence) {

    /** What a run does. */
    public enum State {
        /** There is no plan yet. */
        EMPTY,
        /** The network is being built. */
        STARTING,
        /** It waits for play or step. */
        PAUSED,
        /** It trains. */
        RUNNING,
        /** It reached its last step, was stopped, or its validation loss no longer fell; its model can be taken. */
        FINISHED,
        /** Something went wrong; a reset may help. */
        FAILED,
        /** The engine has ended. */
        CLOSED
    }
}
