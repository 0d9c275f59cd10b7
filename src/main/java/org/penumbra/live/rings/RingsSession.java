package org.penumbra.live.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.EngineThread;
import org.penumbra.live.engine.Speed;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * An interactive training run in the plane: one engine thread owns the network; commands go in, frames and curve
 * points come out. Every method returns at once and may be called from any thread.
 */
public final class RingsSession implements RingsEngine {

    private final ConcurrentLinkedQueue<RingsPoint> curve = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RingsFrame> newest = new AtomicReference<>();
    private final AtomicReference<AttackFrame> newestAttack = new AtomicReference<>();
    private final EngineThread<RingsRun> engine;
    private volatile RingsStatus status;

    /** Starts the engine, paused at step 0; the first frame follows as soon as the network is built. */
    public RingsSession(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        status = new RingsStatus(0, RingsStatus.State.STARTING, 0, 0, 0, setup.training(), "", Optional.empty());
        engine = new EngineThread<>("penumbra-engine", () -> new RingsRun(grid, confidence, new Outlet()), this::ended);
        engine.tell(run -> run.start(setup));
        engine.start();
    }

    @Override
    public void play() {
        engine.tell(RingsRun::play);
    }

    @Override
    public void pause() {
        engine.tell(RingsRun::pause);
    }

    @Override
    public void step(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: expected at least 1, but got " + steps);
        }
        engine.tell(run -> run.stepOnly(steps));
    }

    @Override
    public void reset() {
        engine.tell(run -> run.start(run.setup()));
    }

    @Override
    public void restart(PlaneSetup setup) {
        engine.tell(run -> run.start(setup));
    }

    @Override
    public void training(PlaneTrainingSettings settings) {
        engine.tell(run -> run.training(settings));
    }

    @Override
    public void speed(Speed speed) {
        engine.tell(run -> run.speed(speed));
    }

    @Override
    public void grid(Grid grid) {
        engine.tell(run -> run.grid(grid));
    }

    @Override
    public void confidence(ConfidenceSettings settings) {
        engine.tell(run -> run.confidence(settings));
    }

    @Override
    public void attack(AttackPlan plan) {
        engine.tell(run -> run.attack(plan));
    }

    @Override
    public void stopAttack() {
        engine.tell(RingsRun::stopAttack);
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
    public List<RingsPoint> takeCurve() {
        List<RingsPoint> taken = new ArrayList<>();
        for (RingsPoint point = curve.poll(); point != null; point = curve.poll()) {
            taken.add(point);
        }
        return taken;
    }

    @Override
    public RingsStatus status() {
        return status;
    }

    /** Asks the engine thread to end, which takes the rest of a mini-batch or of a set of fields. */
    @Override
    public void close() {
        engine.close();
    }

    /** Waits until the engine thread has ended; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return engine.awaitEnd(time, unit);
    }

    private void ended(Throwable cause) {
        RingsStatus last = status;
        status = new RingsStatus(
                last.generation(),
                RingsStatus.State.CLOSED,
                last.step(),
                0,
                last.fieldsMillis(),
                last.settings(),
                last.failure(),
                last.divergence());
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
            return engine.interrupted();
        }

        void show(RingsFrame frame) {
            replaced = newest.getAndSet(frame) != null;
        }

        void show(AttackFrame attack) {
            newestAttack.set(attack);
        }

        void add(RingsPoint point) {
            curve.add(point);
        }

        void report(RingsStatus changed) {
            status = changed;
        }
    }
}
