package org.penumbra.live.fooling;

/**
 * How an attack is doing at one moment.
 *
 * @param generation     counts plans and restarts from 0; -1 before the first
 * @param state          what it does
 * @param step           steps taken
 * @param stepsPerSecond lately, of all victims together in turn; 0 while it does not run
 * @param message        why it failed and what to do, or empty
 */
public record FoolingStatus(int generation, State state, long step, double stepsPerSecond, String message) {

    /** The same after the engine has ended. */
    FoolingStatus closed() {
        return new FoolingStatus(generation, State.CLOSED, step, 0, message);
    }

    /** What an attack does. */
    public enum State {
        /** There is no plan yet. */
        EMPTY,
        /** Networks and generators are being built. */
        STARTING,
        /** It waits for play or step. */
        PAUSED,
        /** It attacks. */
        RUNNING,
        /** Every trial has ended. */
        FINISHED,
        /** Something went wrong; a restart or another plan may help. */
        FAILED,
        /** The engine has ended. */
        CLOSED
    }
}
