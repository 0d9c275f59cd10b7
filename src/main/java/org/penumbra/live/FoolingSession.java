package org.penumbra.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attacks some models side by side: one engine thread owns all networks and all attacks, which take their steps in turn.
 */
public final class FoolingSession implements FoolingEngine {

    private static final Logger LOG = LoggerFactory.getLogger(FoolingSession.class);

    private final LinkedBlockingQueue<Consumer<FoolingWork>> commands = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<FoolingPoint> curve = new ConcurrentLinkedQueue<>();
    private final AtomicReference<FoolingPlan> waiting = new AtomicReference<>();
    private final AtomicReference<FoolingFrame> newest = new AtomicReference<>();
    private final AtomicReference<FoolingRecording> recording = new AtomicReference<>();
    private final Thread thread;
    private volatile FoolingStatus status = new FoolingStatus(-1, FoolingStatus.State.EMPTY, 0, 0, "");
    private volatile boolean closing;

    /** Starts the engine without a plan. */
    public FoolingSession() {
        thread = new Thread(this::run, "penumbra-fooling");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void begin(FoolingPlan plan) {
        // The engine is called once for all plans it has not seen: it takes the newest.
        if (waiting.getAndSet(plan) == null) {
            commands.add(work -> work.begin(waiting.getAndSet(null)));
        }
    }

    @Override
    public void play() {
        commands.add(FoolingWork::play);
    }

    @Override
    public void pause() {
        commands.add(FoolingWork::pause);
    }

    @Override
    public void step(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: expected at least 1, but got " + steps);
        }
        commands.add(work -> work.stepOnly(steps));
    }

    @Override
    public void restart() {
        commands.add(FoolingWork::restart);
    }

    @Override
    public void speed(Speed speed) {
        commands.add(work -> work.speed(speed));
    }

    @Override
    public void record() {
        commands.add(FoolingWork::record);
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
        closing = true;
        commands.add(work -> { });
    }

    /** Waits until the engine thread has ended and the networks are freed; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        thread.join(unit.toMillis(time));
        return !thread.isAlive();
    }

    private void run() {
        try (FoolingWork work = new FoolingWork(new Outlet())) {
            while (!closing) {
                proceed(work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.error("the engine of attacks ended unexpectedly", e);
            throw e;
        } finally {
            FoolingStatus last = status;
            status = new FoolingStatus(last.generation(), FoolingStatus.State.CLOSED, last.step(), 0, last.message());
        }
    }

    /** Whatever goes wrong is shown to the user and logged; the engine lives on, so that a restart can work. */
    private void proceed(FoolingWork work) throws InterruptedException {
        try {
            obey(work);
            work.work();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            work.fail(e);
        }
    }

    /** Waits for a command only when there is nothing else to do. */
    private void obey(FoolingWork work) throws InterruptedException {
        long wait = work.idleNanos();
        Consumer<FoolingWork> command = wait > 0 ? commands.poll(wait, TimeUnit.NANOSECONDS) : commands.poll();
        while (command != null && !closing) {
            command.accept(work);
            command = commands.poll();
        }
    }

    /** Where the work leaves what it has to show. */
    final class Outlet {

        /** Whether the last frame was taken: somebody looks. */
        boolean frameWanted() {
            return newest.get() == null;
        }

        boolean closing() {
            return closing;
        }

        boolean interrupted() {
            return closing || !commands.isEmpty();
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
