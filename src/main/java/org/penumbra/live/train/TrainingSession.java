package org.penumbra.live.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.penumbra.live.engine.EngineThread;

/**
 * An interactive training run of an image network: one engine thread owns the network and takes one mini-batch at a
 * time; between them it reads the commands.
 *
 * <p>What is shown takes at most 4 % of the run's time or so, whole validations included: frames are made only while
 * somebody takes them, the small ones some times a second, the answers to samples of known and unknown images every few
 * seconds. While the run is paused they are of up to 1000 images each. The held-out images are all asked at the end of an
 * epoch; where they are more than an eighth of the training images, of every second epoch, and so on.
 *
 * <p>No point of the curves is lost. There are at most four a second in the first hour and later so few that they double
 * only with many times that time: so they may wait to be taken.
 *
 * <p>A run that goes on from a snapshot has the weights of the unbroken one, bit for bit, and ends where that one ends: a
 * snapshot holds the best weights so far, too.
 */
public final class TrainingSession implements TrainingEngine {

    private final ConcurrentLinkedQueue<TrainingPoint> curve = new ConcurrentLinkedQueue<>();
    private final AtomicReference<TrainingFrame> newest = new AtomicReference<>();
    private final AtomicReference<TrainingSnapshot> snapshot = new AtomicReference<>();
    private final AtomicReference<TrainedWeights> weights = new AtomicReference<>();
    private final EngineThread<TrainingRun> engine;
    private volatile TrainingStatus status =
            new TrainingStatus(-1, TrainingStatus.State.EMPTY, 0, 0, 0, 0, Double.NaN, 0, "");

    /** Starts an engine without a plan. */
    public TrainingSession() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds that only go on */
    TrainingSession(LongSupplier clock) {
        engine = new EngineThread<>("penumbra-training", () -> new TrainingRun(new Outlet(), clock), this::ended);
        engine.start();
    }

    @Override
    public void begin(TrainingPlan plan) {
        engine.tell(run -> run.begin(plan));
    }

    @Override
    public void resume(TrainingSnapshot from) {
        engine.tell(run -> run.resume(from));
    }

    @Override
    public void play() {
        engine.tell(TrainingRun::play);
    }

    @Override
    public void pause() {
        engine.tell(TrainingRun::pause);
    }

    @Override
    public void step(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: expected at least 1, but got " + steps);
        }
        engine.tell(run -> run.stepOnly(steps));
    }

    @Override
    public void stop() {
        engine.tell(TrainingRun::stop);
    }

    @Override
    public void reset() {
        engine.tell(TrainingRun::reset);
    }

    @Override
    public void clear() {
        engine.tell(TrainingRun::clear);
    }

    @Override
    public void snapshot() {
        engine.tell(TrainingRun::snapshot);
    }

    /**
     * The errors of what is taken are those of the weights as they are, with 32 bits: a file that is to be calibrated by
     * them keeps the weights so ({@code WeightType.FLOAT32}).
     */
    @Override
    public void weights() {
        engine.tell(TrainingRun::weights);
    }

    @Override
    public Optional<TrainingFrame> takeFrame() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    @Override
    public List<TrainingPoint> takeCurve() {
        List<TrainingPoint> taken = new ArrayList<>();
        for (TrainingPoint point = curve.poll(); point != null; point = curve.poll()) {
            taken.add(point);
        }
        return taken;
    }

    @Override
    public Optional<TrainingSnapshot> takeSnapshot() {
        return Optional.ofNullable(snapshot.getAndSet(null));
    }

    @Override
    public Optional<TrainedWeights> takeWeights() {
        return Optional.ofNullable(weights.getAndSet(null));
    }

    @Override
    public TrainingStatus status() {
        return status;
    }

    /** Asks the engine thread to end, which takes the rest of a mini-batch or of a few hundred answers. */
    @Override
    public void close() {
        engine.close();
    }

    /** Waits until the engine thread has ended; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return engine.awaitEnd(time, unit);
    }

    private void ended(Throwable cause) {
        TrainingStatus last = status;
        status = new TrainingStatus(
                last.generation(),
                TrainingStatus.State.CLOSED,
                last.step(),
                last.totalSteps(),
                last.epochs(),
                0,
                Double.NaN,
                last.shownShare(),
                last.message());
    }

    /** Where a run leaves what it has to show. */
    final class Outlet {

        /** Whether the last frame was taken; while nobody takes it, nobody looks. */
        boolean frameWanted() {
            return newest.get() == null;
        }

        boolean interrupted() {
            return engine.interrupted();
        }

        void show(TrainingFrame frame) {
            newest.set(frame);
        }

        void add(TrainingPoint point) {
            curve.add(point);
        }

        void give(TrainingSnapshot taken) {
            snapshot.set(taken);
        }

        void give(TrainedWeights taken) {
            weights.set(taken);
        }

        void report(TrainingStatus changed) {
            status = changed;
        }

        /** Lets go of what an earlier run left that holds memory; points of curves stay until they are taken. */
        void forget() {
            newest.set(null);
            snapshot.set(null);
            weights.set(null);
        }
    }
}
