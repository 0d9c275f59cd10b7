package org.penumbra.live.train;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.Newest;
import org.penumbra.live.engine.PlayedSession;

/**
 * An interactive training run of an image network: one engine thread owns the network and takes one mini-batch at a
 * time; between them it reads the commands.
 *
 * <p>What is shown takes about 3 % of the run's time, 3.5 % at most with the presets that ship, whole validations
 * included; what a window draws of it comes on top: frames are made only while
 * somebody takes them, the small ones some times a second, the answers to samples of known and unknown images every few
 * seconds. While the run is paused they are of up to 1000 images each. The held-out images are all asked at the end of an
 * epoch; where they are more than a fourteenth of the training images, of every second epoch, and so on.
 *
 * <p>No point of the curves is lost. There are at most four a second in the first hour and later so few that they double
 * only with many times that time: so they may wait to be taken.
 *
 * <p>A run that goes on from a snapshot has the weights of the unbroken one, bit for bit, and ends where that one ends: a
 * snapshot holds the best weights so far, too.
 *
 * <p>When the session is closed, the thread ends after the rest of a mini-batch or of a few hundred answers.
 */
public final class TrainingSession extends PlayedSession<TrainingRun, TrainingFrame, TrainingPoint, TrainingStatus>
        implements TrainingEngine {

    private final Outlet outlet;

    /** Starts an engine without a plan. */
    public TrainingSession() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds that only go on */
    TrainingSession(LongSupplier clock) {
        this(new Outlet(), clock);
    }

    private TrainingSession(Outlet outlet, LongSupplier clock) {
        super("penumbra-training", outlet, interruption -> new TrainingRun(outlet, interruption, clock));
        this.outlet = outlet;
    }

    @Override
    public void begin(TrainingPlan plan) {
        tell(run -> run.begin(plan));
    }

    @Override
    public void resume(TrainingSnapshot from) {
        tell(run -> run.resume(from));
    }

    @Override
    public void stop() {
        tell(TrainingRun::stop);
    }

    @Override
    public void reset() {
        tell(TrainingRun::reset);
    }

    @Override
    public void clear() {
        tell(TrainingRun::clear);
    }

    @Override
    public void snapshot() {
        tell(TrainingRun::snapshot);
    }

    /**
     * The errors of what is taken are those of the weights as they are, with 32 bits: a file that is to be calibrated by
     * them keeps the weights so ({@code WeightType.FLOAT32}).
     */
    @Override
    public void weights() {
        tell(TrainingRun::weights);
    }

    @Override
    public Optional<TrainingSnapshot> takeSnapshot() {
        return outlet.snapshot.take();
    }

    @Override
    public Optional<TrainedWeights> takeWeights() {
        return outlet.weights.take();
    }

    /** Where a run leaves what it has to show. */
    static final class Outlet extends EngineOutput<TrainingFrame, TrainingPoint, TrainingStatus> {

        private final Newest<TrainingSnapshot> snapshot = new Newest<>();
        private final Newest<TrainedWeights> weights = new Newest<>();

        Outlet() {
            super(new TrainingStatus(-1, TrainingStatus.State.EMPTY, 0, 0, 0, 0, Double.NaN, 0, "", Optional.empty()));
        }

        void give(TrainingSnapshot taken) {
            snapshot.put(taken);
        }

        void give(TrainedWeights taken) {
            weights.put(taken);
        }

        /** Lets go of what an earlier run left that holds memory; points of curves stay until they are taken. */
        void forget() {
            forgetFrame();
            snapshot.forget();
            weights.forget();
        }
    }
}
