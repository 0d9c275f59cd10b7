package org.penumbra.live.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Work that counts what happens to it; a slice that was asked for lasts until it is interrupted. */
final class CountingWork implements EngineWork {

    final AtomicInteger slices = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger closes = new AtomicInteger();
    final CountDownLatch busy = new CountDownLatch(1);
    /** Time spent in slices, nanoseconds. */
    final AtomicLong nanos = new AtomicLong();

    private final Interruption interruption;
    private boolean endless;

    CountingWork(Interruption interruption) {
        this.interruption = interruption;
    }

    /** From now on a slice ends only when it is interrupted. */
    void workWithoutEnd() {
        endless = true;
    }

    @Override
    public long idleNanos() {
        return endless ? 0 : Long.MAX_VALUE;
    }

    @Override
    public void work() {
        if (endless) {
            slices.incrementAndGet();
            busy.countDown();
            long begun = System.nanoTime();
            while (!interruption.due()) {
                Thread.onSpinWait();
            }
            nanos.addAndGet(System.nanoTime() - begun);
        }
    }

    @Override
    public void fail(Throwable cause) {
        failures.incrementAndGet();
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }
}
