package org.penumbra.live.fooling;

import org.penumbra.live.engine.EngineStatus;

/**
 * How an attack is doing at one moment.
 *
 * @param generation     counts plans and restarts from 0; -1 before the first
 * @param state          what it does; FINISHED when every trial has ended
 * @param step           steps taken
 * @param stepsPerSecond lately, of all victims together in turn; 0 while it does not run
 * @param message        why it failed and what to do, or empty
 */
public record FoolingStatus(int generation, State state, long step, double stepsPerSecond, String message)
        implements EngineStatus<FoolingStatus> {

    @Override
    public FoolingStatus closed() {
        return new FoolingStatus(generation, State.CLOSED, step, 0, message);
    }
}
