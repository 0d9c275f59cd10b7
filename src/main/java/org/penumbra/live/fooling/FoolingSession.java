package org.penumbra.live.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.penumbra.live.engine.EngineThread;
import org.penumbra.live.engine.Speed;

/**
 * Attacks some models side by side: one engine thread owns all networks and all attacks, which take their steps in turn.
 */
public final class FoolingSession implements FoolingEngine {

    private final ConcurrentLinkedQueue<FoolingPoint> curve = new ConcurrentLinkedQueue<>();
    private final AtomicReference<FoolingPlan> waiting = new AtomicReference<>();
    private final AtomicReference<FoolingFrame> newest = new AtomicReference<>();
    private final AtomicReference<FoolingRecording> recording = new AtomicReference<>();
    private final EngineThread<FoolingWork> engine;
    private volatile FoolingStatus status = new FoolingStatus(-1, FoolingStatus.State.EMPTY, 0, 0, "");

    /** Starts the engine without a plan. */
    public FoolingSession() {
        engine = new EngineThread<>("penumbra-fooling", () -> new FoolingWork(new Outlet()), this::ended);
        engine.start();
    }

    @Override
    public void begin(FoolingPlan plan) {
        // The engine is called once for all plans it has not seen: it takes the newest.
        if (waiting.getAndSet(plan) == null) {
            engine.tell(work -> work.begin(waiting.getAndSet(null)));
        }
    }

    @Override
    public void play() {
        engine.tell(FoolingWork::play);
    }

    @Override
    public void pause() {
        engine.tell(FoolingWork::pause);
    }

    @Override
    public void step(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: expected at least 1, but got " + steps);
        }
        engine.tell(work -> work.stepOnly(steps));
    }

    @Override
    public void restart() {
        engine.tell(FoolingWork::restart);
    }

    @Override
    public void speed(Speed speed) {
        engine.tell(work -> work.speed(speed));
    }

    @Override
    public void record() {
        engine.tell(FoolingWork::record);
    }

    @Override
    public Optional<FoolingFrame> takeFrame() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    @Override
    public List<FoolingPoint> takeCurve() {
        List<FoolingPoint> taken = new ArrayList<>();
        for (FoolingPoint point = curve.poll(); point != null; point = curve.poll()) {
            taken.add(point);
        }
        return taken;
    }

    @Override
    public Optional<FoolingRecording> takeRecording() {
        return Optional.ofNullable(recording.getAndSet(null));
    }

    @Override
    public FoolingStatus status() {
        return status;
    }

    /** Asks the engine thread to end, which takes the rest of one victim's step or of its building. */
    @Override
    public void close() {
        engine.close();
    }

    /** Waits until the engine thread has ended and the networks are freed; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return engine.awaitEnd(time, unit);
    }

    private void ended(Throwable cause) {
        FoolingStatus last = status;
        status = new FoolingStatus(last.generation(), FoolingStatus.State.CLOSED, last.step(), 0, last.message());
    }

    /** Where the work leaves what it has to show. */
    final class Outlet {

        /** Whether the last frame was taken: somebody looks. */
        boolean frameWanted() {
            return newest.get() == null;
        }

        boolean closing() {
            return engine.closing();
        }

        boolean interrupted() {
            return engine.interrupted();
        }

        void show(FoolingFrame frame) {
            newest.set(frame);
        }

        void add(FoolingPoint point) {
            curve.add(point);
        }

        /** Forgets the points of an attack that nobody took. */
        void restart() {
            curve.clear();
        }

        void give(FoolingRecording asked) {
            recording.set(asked);
        }

        void report(FoolingStatus changed) {
            status = changed;
        }
    }
}
