package org.penumbra.live.experiments;

import java.util.function.LongSupplier;
import org.penumbra.live.engine.GiveWay;

/**
 * Holds up the threads that compute cells while a run pauses or gives way, and tells them when to end. Giving way partly goes
 * by turns that are the same for all threads: they work for one and rest for four. If each rested in proportion to its own
 * work, a thread that waits for another one's rest would take that for work and rest longer and longer.
 */
final class RunControl {

    /** A turn, nanoseconds. */
    static final long TURN = 1_000_000_000L;
    /** Turns of rest after one of work. */
    static final int REST = 4;

    private static final long UNTIL_TOLD = 3_600_000;
    private static final long MILLI = 1_000_000;

    private final LongSupplier clock;
    private boolean paused;
    private boolean stopped;
    private GiveWay giveWay = GiveWay.NOT;

    /** @param clock nanoseconds that only go on */
    RunControl(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void pause(boolean now) {
        paused = now;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized void giveWay(GiveWay how) {
        giveWay = how;
        notifyAll();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Waits as long as nothing is to be done. @return whether to go on then */
    synchronized boolean goOn() {
        try {
            long rest = restMillis();
            while (rest > 0 && !stopped) {
                wait(rest);
                rest = restMillis();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !stopped;
    }

    /** How long there is nothing to do, unless somebody says otherwise; 0 for not at all. */
    synchronized long restMillis() {
        if (paused || giveWay == GiveWay.WHOLLY) {
            return UNTIL_TOLD;
        }
        if (giveWay == GiveWay.NOT) {
            return 0;
        }
        long round = (1 + REST) * TURN;
        long at = Math.floorMod(clock.getAsLong(), round);
        return at < TURN ? 0 : Math.max(1, (round - at) / MILLI);
    }
}
