package org.penumbra.live.engine;

/** What an {@link EngineThread} does, and does it on, confined to that thread. */
public interface EngineWork extends AutoCloseable {

    /** How long there is nothing to do unless a command comes, nanoseconds; 0 if there is something. */
    long idleNanos();

    /** One slice of the work. */
    void work();

    /** Something went wrong in a command or a slice: to be shown and logged. The work goes on, so that a reset can help. */
    void fail(Throwable cause);

    /** Frees what it holds. */
    @Override
    void close();
}
