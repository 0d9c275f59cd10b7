package org.penumbra.live.rings;

import java.util.Optional;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.PlayedEngine;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.compare.CompareEngine;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * A training run in the plane as its viewers see it: commands go in, frames and curve points come out. Every method
 * returns at once and may be called from any thread. {@link RingsSession} is the engine that trains.
 */
public interface RingsEngine extends PlayedEngine<RingsFrame, RingsPoint, RingsStatus> {

    /** Starts engines, so that a viewer need not know which. */
    @FunctionalInterface
    interface Factory {

        /** Starts an engine, paused at step 0; the first frame follows as soon as the network is built. */
        RingsEngine start(PlaneSetup setup, Grid grid, ConfidenceSettings confidence);
    }

    /** Starts the same run again: same points, same initial weights, same batches and noise. Keeps playing if it was. */
    void reset();

    /** Starts another run; keeps playing if it was, unless it had failed. */
    void restart(PlaneSetup setup);

    /** Changes learning rate, sigma, lambda from the next mini-batch on. */
    void training(PlaneTrainingSettings settings);

    /** Changes how fast training runs; the present run goes at that speed from now on, without a slow start. */
    void speed(Speed speed);

    /**
     * Whether runs at {@link Speed#FASTEST} take their first steps slowly enough to be watched; not so at first. What is
     * trained is the same, only later.
     */
    void slowStart(boolean wanted);

    /** When the run ends by itself: it pauses then, and goes on when it is played. At first it never does. */
    void stop(PlaneStop stop);

    /** Changes what the frames show (zoom, pan, resolution). */
    void grid(Grid grid);

    /** Only the AUROC of the curves needs these; the fields are scaled by whoever draws them. */
    void confidence(ConfidenceSettings settings);

    /**
     * Lets two points walk through the plane, one to raise y of a class, one to raise its y~, while training goes on or
     * pauses. It takes the place of an attack before it, and ends with the run: {@link #reset} and {@link #restart} forget
     * it. Without a network, as after one that could not be built, nothing happens.
     *
     * @param plan its target is a class of the run's data
     */
    void attack(AttackPlan plan);

    /** Stops the points of the attack where they are. */
    void stopAttack();

    /** How the attack stands, if that has changed since it was last taken. */
    Optional<AttackFrame> takeAttack();

    /** Detectors that are compared beside the training. */
    CompareEngine comparing();
}
