package org.penumbra.kit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands in for the window's thread where there is no window: what it is given to do, the test's own thread does. */
public final class Errands {

    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    /** Takes in one errand, from any thread. */
    public void add(Runnable errand) {
        waiting.add(errand);
    }

    /** Does the next errand, and waits for it where there is none yet. */
    public void doNext() {
        try {
            Runnable next = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("waited " + PATIENCE_SECONDS + " s for an answer of the background");
            }
            next.run();
        } catch (InterruptedException e) {
            throw new AssertionError("the test's time is up; it still waited for an answer of the background", e);
        }
    }

    /** Does one errand after another until something holds. */
    public void doUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            doNext();
        }
    }

    /** Does what has come so far. */
    public void doAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
