package org.penumbra.live.engine;

/**
 * How an engine that is played and paused is doing at one moment.
 *
 * @param <S> the status itself
 */
public interface EngineStatus<S extends EngineStatus<S>> {

    /** What an engine does. */
    enum State {
        /** There is nothing to play yet. */
        EMPTY,
        /** Native libraries, data and networks are being prepared. */
        STARTING,
        /** It waits for play or step. */
        PAUSED,
        /** It takes steps. */
        RUNNING,
        /** It has come to its end. */
        FINISHED,
        /** Something went wrong; to start anew may help. */
        FAILED,
        /** The engine has ended. */
        CLOSED
    }

    /** Counts what was begun anew, from 0; -1 before the first. */
    int generation();

    /** What the engine does. */
    State state();

    /** Steps taken since it was begun. */
    long step();

    /** The same after the engine has ended. */
    S closed();
}
