package org.penumbra.live.engine;

import java.util.Optional;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;

/**
 * Whether an engine plays, pauses or takes single steps, and what becomes of that when it is begun anew, ends or fails.
 * Confined to the engine's thread.
 */
public final class Playback {

    private State state = State.EMPTY;
    private int generation = -1;
    private String message = "";
    private Optional<Divergence> divergence = Optional.empty();
    private long stepsLeft;
    /** Whether it was told to play; stays so at the end, for when it is begun anew. */
    private boolean playing;

    /** What it does. */
    public State state() {
        return state;
    }

    /** Counts {@link #begin} from 0; -1 before the first. */
    public int generation() {
        return generation;
    }

    /** Why it failed or ended, or empty. */
    public String message() {
        return message;
    }

    /** How training diverged, where that is why it failed; nobody has to read the message to know. */
    public Optional<Divergence> divergence() {
        return divergence;
    }

    /** Whether it takes one step after the other. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether it can take steps: it runs or pauses. */
    public boolean isUnderWay() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** Whether single steps are left to be taken. */
    public boolean stepsLeft() {
        return stepsLeft > 0;
    }

    /** Something is being built; {@link #ready} follows. It forgets the message and the single steps. */
    public void begin() {
        generation++;
        state = State.STARTING;
        message = "";
        divergence = Optional.empty();
        stepsLeft = 0;
    }

    /** It is built: runs on if it was playing before, otherwise pauses. */
    public void ready() {
        state = playing ? State.RUNNING : State.PAUSED;
    }

    /** There is nothing to play any more. */
    public void clear() {
        rest(State.EMPTY, "");
    }

    /**
     * Begins to run.
     *
     * @return whether it does so now: it must have paused
     */
    public boolean play() {
        if (state != State.PAUSED) {
            return false;
        }
        playing = true;
        stepsLeft = 0;
        state = State.RUNNING;
        return true;
    }

    /**
     * Ceases to run.
     *
     * @return whether it ran until now
     */
    public boolean pause() {
        playing = false;
        if (state != State.RUNNING) {
            return false;
        }
        state = State.PAUSED;
        return true;
    }

    /**
     * Adds single steps to those that are left; only where it pauses.
     *
     * @return whether it does
     */
    public boolean addSteps(int steps) {
        if (state != State.PAUSED) {
            return false;
        }
        stepsLeft += steps;
        return true;
    }

    /** One of the single steps was taken, if any is left. */
    public void stepTaken() {
        stepsLeft = Math.max(0, stepsLeft - 1);
    }

    /** No single step is to be taken any more. */
    public void dropSteps() {
        stepsLeft = 0;
    }

    /**
     * It has come to its end; begun anew, it runs if it ran.
     *
     * @param why what is to be said of it, or empty
     */
    public void finish(String why) {
        state = State.FINISHED;
        message = why;
        stepsLeft = 0;
    }

    /**
     * Something went wrong; begun anew, it pauses.
     *
     * @param why   what happened and what to do
     * @param cause of the failure
     */
    public void fail(String why, Throwable cause) {
        rest(State.FAILED, why);
        divergence = DivergenceException.in(cause);
    }

    private void rest(State now, String why) {
        state = now;
        message = why;
        divergence = Optional.empty();
        stepsLeft = 0;
        playing = false;
    }
}
