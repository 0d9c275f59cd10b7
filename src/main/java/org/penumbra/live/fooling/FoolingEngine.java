package org.penumbra.live.fooling;

import java.util.Optional;
import org.penumbra.live.engine.PlayedEngine;
import org.penumbra.live.engine.Speed;

/**
 * An attack on some models as its viewers see it: commands go in, frames and points of the curves come out. Every method
 * returns at once and may be called from any thread. {@link FoolingSession} is the engine that attacks.
 */
public interface FoolingEngine extends PlayedEngine<FoolingFrame, FoolingPoint, FoolingStatus> {

    /** Starts engines, so that a viewer need not know which. */
    @FunctionalInterface
    interface Factory {

        /** Starts an engine without a plan. */
        FoolingEngine start();
    }

    /**
     * Ends the present attack, if there is one, and prepares another, at step 0. It keeps playing if trials were being
     * attacked; after a pause, and where every trial had ended by then, it rests until it is told to play. Of several plans
     * that wait only the newest is begun.
     */
    void begin(FoolingPlan plan);

    /** Goes back to step 0 of the same plan; the same attack follows, bit for bit. Plays or rests as {@link #begin} says. */
    void restart();

    /** Changes how fast it attacks. */
    void speed(Speed speed);

    /** Asks for what was recorded so far; it comes through {@link #takeRecording}. */
    void record();

    /** The recording asked for, once. */
    Optional<FoolingRecording> takeRecording();
}
