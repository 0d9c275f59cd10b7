package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.course.ImagePlan;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainedWeights;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSnapshot;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.live.train.WatchedImages;
import org.penumbra.view.lab.PlayedLabModel;
import org.penumbra.view.lab.PlayedTime;

/**
 * The observable state and the commands of the training lab. It needs no screen: all it asks is that {@link #pulse} is
 * called now and then on the thread that owns the properties.
 */
public final class TrainModel implements PlayedLabModel {

    private final TrainingEngine engine;
    private final RunCurves curves = new RunCurves();
    private final ReadOnlyObjectWrapper<TrainSetup> setup = new ReadOnlyObjectWrapper<>(this, "setup");
    private final ReadOnlyObjectWrapper<TrainingStatus> status;
    private final ReadOnlyObjectWrapper<TrainingFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final Milestones milestones = new Milestones();
    private final ReadOnlyObjectWrapper<Milestone> leftBehind = new ReadOnlyObjectWrapper<>(this, "leftBehind");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final RunWeights weights = new RunWeights();
    private final Succession succession;
    private final RunTime time;
    private TrainData data;
    private TrainingPlan plan;
    /** Of the run that was asked for last; what comes of an earlier one is let go. */
    private int generation = -1;

    private int[] watchedLabels = new int[0];
    private boolean playWhenReady;
    /** Starts an engine without a plan; how long it plays is not told. */
    TrainModel(TrainingEngine.Factory engines) {
        this(engines, new PlayedTime());
    }

    /** @param played how long the present run has been played; it is kept up to date by whoever owns it */
    public TrainModel(TrainingEngine.Factory engines, PlayedTime played) {
        engine = engines.start();
        time = new RunTime(played);
        succession = new Succession(engine::snapshot);
        status = new ReadOnlyObjectWrapper<>(this, "status", engine.status());
    }

    /** What is trained, null before the first run. */
    public ReadOnlyObjectProperty<TrainSetup> setupProperty() {
        return setup.getReadOnlyProperty();
    }

    /** How the engine was doing at the last pulse. A failure stands here, with what to try. */
    public ReadOnlyObjectProperty<TrainingStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The newest frame of the present run, null before the first. */
    public ReadOnlyObjectProperty<TrainingFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Whether it was last told to play; known at once, while the status follows with the engine. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The newest checkpoint in memory, null when there is none. */
    ReadOnlyObjectProperty<Milestone> milestoneProperty() {
        return milestones.newestProperty();
    }

    /** All checkpoints in memory. */
    Milestones milestones() {
        return milestones;
    }

    /** The checkpoint that was kept last without being asked for, as another run took the place of its own. */
    ReadOnlyObjectProperty<Milestone> leftBehindProperty() {
        return leftBehind.getReadOnlyProperty();
    }

    /** How long the present run has been trained, and how much of that is kept. */
    RunTime time() {
        return time;
    }

    /** Whether the present run has something to lose. A network that broke is no loss. */
    boolean isSound() {
        return plan != null && !isBroken(status.get());
    }

    /**
     * A checkpoint that a person would miss and that goes when the present run is kept.
     *
     * @param byHand whether a person keeps it; otherwise it is kept where another run begins, if it is worth that
     */
    Optional<Milestone> endangered(boolean byHand) {
        return (byHand ? isSound() : mayBeLost())
                ? milestones.endangered(plan, status.get().step(), byHand)
                : Optional.empty();
    }

    /** What the present run ended with, null as long as it has not. */
    public ReadOnlyObjectProperty<TrainedWeights> resultProperty() {
        return weights.resultProperty();
    }

    /** The curves of this run and of those kept. */
    RunCurves curves() {
        return curves;
    }

    /** The images of the present run; null before the first. */
    TrainData data() {
        return data;
    }

    /** The classes of the watched images; none before the first run. */
    int[] watchedLabels() {
        return watchedLabels;
    }

    /** Whether there is a run that has taken a step. */
    public boolean isBegun() {
        return plan != null && (playing.get() || status.get().step() > 0);
    }

    /**
     * Ends the present run and builds another, paused at its initial weights. Where the present run has been trained for
     * more than a minute since its last checkpoint, another one is kept first.
     *
     * @throws IllegalArgumentException           when setup and images do not go together; then the present run stays
     * @throws org.penumbra.data.DataException when nothing can be learnt from the images; likewise
     */
    void begin(TrainSetup next, TrainData images) {
        ImagePlan.check(images.images(), next.preset().training().heldOut());
        TrainingPlan wish = next.plan(images);
        replace(() -> {
            time.begin();
            take(next, images, wish, List.of());
            engine.begin(wish);
            if (playWhenReady) {
                play();
            }
        });
    }

    /** Goes on from where a run stood, paused; a checkpoint of the present run is kept first, as in {@link #begin}. */
    void resume(Milestone from) {
        replace(() -> {
            time.resume(from);
            take(from.setup(), from.data(), from.snapshot().plan(), from.points());
            milestones.putInFront(from);
            playWhenReady = false;
            engine.resume(from.snapshot());
        });
    }

    /** Does what ends the present run, once nothing of it is lost that a person would miss. */
    private void replace(Runnable next) {
        succession.replace(mayBeLost(), next);
    }

    /** Whether more than a minute of the present run is in no checkpoint. */
    private boolean mayBeLost() {
        return isSound() && PlayedTime.isMuch(time.unmarked());
    }

    private void take(TrainSetup next, TrainData images, TrainingPlan wish, List<TrainingPoint> points) {
        data = images;
        plan = wish;
        generation++;
        watchedLabels = WatchedImages.of(wish).labels();
        status.set(new TrainingStatus(generation, State.STARTING, 0, 0, 0, 0, Double.NaN, 0, "", Optional.empty()));
        weights.restart();
        playing.set(false);
        frame.set(null);
        setup.set(next);
        curves.restart(points);
    }

    /** Trains until paused or finished; without a run, as soon as there is one. */
    public void play() {
        playWhenReady = plan == null;
        playing.set(true);
        if (plan != null) {
            engine.play();
        }
    }

    /** Whether the run that comes next shall train at once. */
    void playNext() {
        playWhenReady = true;
    }

    /** Stops training; what is seen stays. */
    public void pause() {
        playWhenReady = false;
        playing.set(false);
        engine.pause();
    }

    /** Pauses and takes one training step. */
    public void step() {
        if (plan != null) {
            playing.set(false);
            engine.step(1);
        }
    }

    /** Ends the run here; its model can be taken. One that was trained for long can be gone on with all the same. */
    public void stop() {
        if (plan != null) {
            playing.set(false);
            if (mayBeLost()) {
                succession.keep();
            }
            engine.stop();
        }
    }

    /** Goes back to the initial weights of the same run, paused; a checkpoint is kept first, as in {@link #begin}. */
    public void reset() {
        if (plan != null) {
            replace(() -> {
                time.begin();
                take(setup.get(), data, plan, List.of());
                engine.reset();
            });
        }
    }

    /** Keeps where the run stands; it goes on. */
    public void checkpoint() {
        if (plan != null) {
            succession.keepByHand();
        }
    }

    /** Asks for the present weights; they come with a later pulse, unless another run begins before. */
    void askWeights(Consumer<TrainedWeights> receiver) {
        askWeights(receiver, () -> {});
    }

    /** @param missed called instead when they cannot come any more: there is another run, or an error has ended it */
    void askWeights(Consumer<TrainedWeights> receiver, Runnable missed) {
        if (resultProperty().get() != null) {
            receiver.accept(resultProperty().get());
        } else if (plan == null || isBroken(status.get())) {
            missed.run();
        } else {
            weights.wish(receiver, missed);
            engine.weights();
        }
    }

    /** After divergence there are still the last good weights. */
    private static boolean isBroken(TrainingStatus now) {
        return now.state() == State.FAILED && now.divergence().isEmpty() || now.state() == State.CLOSED;
    }

    /** An engine that stops forgets what it was asked before. */
    private void stopped(TrainingStatus now) {
        if (isBroken(now)) {
            weights.miss();
        } else if (weights.isWished()) {
            engine.weights();
        }
    }

    @Override
    public void pulse() {
        TrainingStatus now = engine.status();
        if (now.generation() >= generation && now.state() != State.EMPTY) {
            if (now.state() == State.FAILED || now.state() == State.FINISHED) {
                playing.set(false);
            }
            boolean stopped =
                    now.state() != status.get().state() && (now.state() == State.FAILED || now.state() == State.CLOSED);
            status.set(now);
            if (stopped) {
                stopped(now);
            }
        }
        engine.takeFrame().filter(taken -> taken.generation() >= generation).ifPresent(frame::set);
        List<TrainingPoint> points = new ArrayList<>(engine.takeCurve());
        points.removeIf(point -> point.generation() < generation);
        if (!points.isEmpty()) {
            curves.add(points);
        }
        engine.takeSnapshot().filter(taken -> taken.plan() == plan).ifPresent(this::marked);
        if (isBroken(status.get())) {
            succession.goOn();
        }
        engine.takeWeights().filter(taken -> taken.plan() == plan).ifPresent(weights::came);
        if (status.get().state() == State.FINISHED) {
            weights.over();
        }
    }

    private void marked(TrainingSnapshot snapshot) {
        List<TrainingPoint> before = curves.trained().all().stream()
                .filter(point -> point.step() <= snapshot.run().steps())
                .toList();
        time.marked();
        Milestone kept =
                new Milestone(setup.get(), data, snapshot, before, time.length(), time.saved(), succession.isByHand());
        milestones.keep(kept);
        if (!kept.byHand() && succession.isNear()) {
            leftBehind.set(kept);
        }
        succession.goOn();
    }

    /** Notes that a checkpoint is in a file. */
    void saved(Milestone kept) {
        milestones.saved(kept);
        if (kept.snapshot().plan() == plan && kept.step() <= status.get().step()) {
            time.saved(kept.time());
        }
    }

    @Override
    public TrainingEngine engine() {
        return engine;
    }
}
