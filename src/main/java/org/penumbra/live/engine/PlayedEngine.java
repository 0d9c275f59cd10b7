package org.penumbra.live.engine;

import java.util.List;
import java.util.Optional;

/**
 * An engine that takes steps, as its viewers see it: commands go in, frames and points of curves come out. Every method
 * returns at once and may be called from any thread.
 *
 * @param <F> what is to be seen at one moment
 * @param <P> a point of its curves
 * @param <S> how it is doing
 */
public interface PlayedEngine<F, P, S extends EngineStatus<S>> extends AutoCloseable {

    /** Takes one step after the other until paused or at the end. */
    void play();

    /** Stops after the present step. */
    void pause();

    /**
     * Pauses and takes so many single steps.
     *
     * @throws IllegalArgumentException if they are fewer than 1
     */
    void step(int steps);

    /** Leaves more or less of the machine to others; an engine that takes little of it need not heed this. */
    default void giveWay(GiveWay how) {}

    /** The newest frame not yet taken, or empty. */
    Optional<F> takeFrame();

    /** All points of the curves since the last call, oldest first. */
    List<P> takeCurve();

    /** How it is doing at this moment. */
    S status();

    /** Ends the engine thread within a second. */
    @Override
    void close();
}
