package org.penumbra.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Grid;
import org.penumbra.net.PlaneSetup;
import org.penumbra.net.TrainingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An interactive training run in the plane: one engine thread owns the network; commands go in, frames and curve
 * points come out. Every method returns at once and may be called from any thread.
 */
public final class RingsSession implements RingsEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RingsSession.class);

    private final LinkedBlockingQueue<Consumer<RingsRun>> commands = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<CurvePoint> curve = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RingsFrame> newest = new AtomicReference<>();
    private final AtomicReference<AttackFrame> newestAttack = new AtomicReference<>();
    private final Thread thread;
    private volatile EngineStatus status;
    private volatile boolean closing;

    /** Starts the engine, paused at step 0; the first frame follows as soon as the network is built. */
    public RingsSession(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        status = new EngineStatus(0, EngineStatus.State.STARTING, 0, 0, 0, setup.training(), "");
        thread = new Thread(() -> run(setup, grid, confidence), "penumbra-engine");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void play() {
        commands.add(RingsRun::play);
    }

    @Override
    public void pause() {
        commands.add(RingsRun::pause);
    }

    @Override
    public void step(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: expected at least 1, but got " + steps);
        }
        commands.add(run -> run.stepOnly(steps));
    }

    @Override
    public void reset() {
        commands.add(run -> run.start(run.setup()));
    }

    @Override
    public void restart(PlaneSetup setup) {
        commands.add(run -> run.start(setup));
    }

    @Override
    public void training(TrainingSettings settings) {
        commands.add(run -> run.training(settings));
    }

    @Override
    public void speed(Speed speed) {
        commands.add(run -> run.speed(speed));
    }

    @Override
    public void grid(Grid grid) {
        commands.add(run -> run.grid(grid));
    }

    @Override
    public void confidence(ConfidenceSettings settings) {
        commands.add(run -> run.confidence(settings));
    }

    @Override
    public void attack(AttackPlan plan) {
        commands.add(run -> run.attack(plan));
    }

    @Override
    public void stopAttack() {
        commands.add(RingsRun::stopAttack);
    }

    @Override
    public Optional<AttackFrame> takeAttack() {
        return Optional.ofNullable(newestAttack.getAndSet(null));
    }

    @Override
    public Optional<RingsFrame> takeFrame() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    @Override
    public List<CurvePoint> takeCurve() {
        List<CurvePoint> taken = new ArrayList<>();
        for (CurvePoint point = curve.poll(); point != null; point = curve.poll()) {
            taken.add(point);
        }
        return taken;
    }

    @Override
    public EngineStatus status() {
        return status;
    }

    /** Asks the engine thread to end, which takes the rest of a mini-batch or of a set of fields. */
    @Override
    public void close() {
        closing = true;
        commands.add(run -> { });
    }

    /** Waits until the engine thread has ended; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        thread.join(unit.toMillis(time));
        return !thread.isAlive();
    }

    private void run(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        try (RingsRun run = new RingsRun(grid, confidence, new Outlet())) {
            guarded(run, () -> run.start(setup));
            while (!closing) {
                guarded(run, () -> {
                    obey(run);
                    run.work();
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.error("the engine ended unexpectedly", e);
            throw e;
        } finally {
            EngineStatus last = status;
            status = new EngineStatus(last.generation(), EngineStatus.State.CLOSED, last.step(), 0,
                    last.fieldsMillis(), last.settings(), last.failure());
        }
    }

    /** Waits for a command only when there is nothing else to do. */
    private void obey(RingsRun run) throws InterruptedException {
        long wait = run.idleNanos();
        Consumer<RingsRun> command = wait > 0 ? commands.poll(wait, TimeUnit.NANOSECONDS) : commands.poll();
        while (command != null) {
            command.accept(run);
            command = commands.poll();
        }
    }

    /** Whatever goes wrong is shown to the user and logged; the engine lives on, so that a reset can work. */
    private void guarded(RingsRun run, Task task) throws InterruptedException {
        try {
            task.perform();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            run.fail(e);
        }
    }

    /** A piece of the engine's work. */
    private interface Task {
        void perform() throws InterruptedException;
    }

    /** Where a run leaves what it has to show. */
    final class Outlet {

        private boolean replaced;

        /**
         * Whether another frame is worth drawing: one may wait to be taken while the next is drawn, but when two were
         * not taken nobody looks.
         */
        boolean frameWanted() {
            return newest.get() == null || !replaced;
        }

        boolean interrupted() {
            return closing || !commands.isEmpty();
        }

        void show(RingsFrame frame) {
            replaced = newest.getAndSet(frame) != null;
        }

        void show(AttackFrame attack) {
            newestAttack.set(attack);
        }

        void add(CurvePoint point) {
            curve.add(point);
        }

        void report(EngineStatus changed) {
            status = changed;
        }
    }
}
