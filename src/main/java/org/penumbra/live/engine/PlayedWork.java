package org.penumbra.live.engine;

/** Work that takes steps, as long as it is told to or so many. */
public interface PlayedWork extends EngineWork {

    /** Takes one step after the other from now on, if it pauses. */
    void play();

    /** Takes no more steps. */
    void pause();

    /** Pauses and takes so many single steps, besides those that are left. */
    void stepOnly(int steps);
}
