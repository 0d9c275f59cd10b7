package org.penumbra.live.fooling;

import java.util.List;
import java.util.Optional;
import org.penumbra.live.engine.Speed;

/**
 * An attack on some models as its viewers see it: commands go in, frames and points of the curves come out. Every method
 * returns at once and may be called from any thread. {@link FoolingSession} is the engine that attacks.
 */
public interface FoolingEngine extends AutoCloseable {

    /** Starts engines, so that a viewer need not know which. */
    @FunctionalInterface
    interface Factory {

        /** Starts an engine without a plan. */
        FoolingEngine start();
    }

    /**
     * Ends the present attack, if there is one, and prepares another, at step 0. It keeps playing if it was, also where
     * every trial had ended by then. Of several plans that wait only the newest is begun.
     */
    void begin(FoolingPlan plan);

    /** Attacks until paused or finished. */
    void play();

    /** Stops after the present step. */
    void pause();

    /** Pauses and takes so many single steps, at least 1. */
    void step(int steps);

    /** Goes back to step 0 of the same plan; the same attack follows, bit for bit. Keeps playing as {@link #begin} does. */
    void restart();

    /** Changes how fast it attacks. */
    void speed(Speed speed);

    /** Asks for what was recorded so far; it comes through {@link #takeRecording}. */
    void record();

    /** The newest frame not yet taken, or empty. */
    Optional<FoolingFrame> takeFrame();

    /** All points of the curves since the last call, oldest first, of the trials that are shown. */
    List<FoolingPoint> takeCurve();

    /** The recording asked for, once. */
    Optional<FoolingRecording> takeRecording();

    /** How it is doing at this moment. */
    FoolingStatus status();

    /** Ends the engine thread within a second. */
    @Override
    void close();
}
