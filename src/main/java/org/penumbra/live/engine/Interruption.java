package org.penumbra.live.engine;

/** What the work of an {@link EngineThread} looks at between its steps, to be heard at once: it costs next to nothing. */
public interface Interruption {

    /** Whether a slice of the work should end early, as a command waits or the session is being closed. */
    boolean due();

    /** Whether the session is being closed: what was begun need not be finished. */
    boolean closing();
}
