package org.penumbra.view.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.course.ImagePlan;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.train.TrainedWeights;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSnapshot;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.live.train.WatchedImages;
import org.penumbra.view.lab.LabModel;

/**
 * The observable state and the commands of the training lab. It needs no screen: all it asks is that {@link #pulse} is
 * called now and then on the thread that owns the properties.
 */
public final class TrainModel implements LabModel {

    private final TrainingEngine engine;
    private final RunCurves curves = new RunCurves();
    private final ReadOnlyObjectWrapper<TrainSetup> setup = new ReadOnlyObjectWrapper<>(this, "setup");
    private final ReadOnlyObjectWrapper<TrainingStatus> status;
    private final ReadOnlyObjectWrapper<TrainingFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final ReadOnlyObjectWrapper<Milestone> milestone = new ReadOnlyObjectWrapper<>(this, "milestone");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyObjectWrapper<TrainedWeights> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final Deque<Wish> wanted = new ArrayDeque<>();
    private TrainData data;
    private TrainingPlan plan;
    /** Of the run that was asked for last; what comes of an earlier one is let go. */
    private int generation = -1;

    private int[] watchedLabels = new int[0];
    private boolean playWhenReady;
    private TrainedWeights last;

    /** Somebody who asked for weights; called is one of the two. */
    private record Wish(Consumer<TrainedWeights> receiver, Runnable missed) {}

    /** Starts an engine without a plan. */
    public TrainModel(TrainingEngine.Factory engines) {
        engine = engines.start();
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

    /** The checkpoint in memory, null when there is none. */
    ReadOnlyObjectProperty<Milestone> milestoneProperty() {
        return milestone.getReadOnlyProperty();
    }

    /** What the present run ended with, null as long as it has not. */
    public ReadOnlyObjectProperty<TrainedWeights> resultProperty() {
        return result.getReadOnlyProperty();
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
     * Ends the present run and builds another, paused at its initial weights.
     *
     * @throws IllegalArgumentException           when setup and images do not go together; then the present run stays
     * @throws org.penumbra.data.DataException when nothing can be learnt from the images; likewise
     */
    void begin(TrainSetup next, TrainData images) {
        ImagePlan.check(images.images(), next.preset().training().heldOut());
        TrainingPlan wish = next.plan(images);
        take(next, images, wish, List.of());
        engine.begin(wish);
        if (playWhenReady) {
            play();
        }
    }

    /** Goes on from where a run stood, paused. */
    void resume(Milestone from) {
        take(from.setup(), from.data(), from.snapshot().plan(), from.points());
        milestone.set(from);
        playWhenReady = false;
        engine.resume(from.snapshot());
    }

    private void take(TrainSetup next, TrainData images, TrainingPlan wish, List<TrainingPoint> points) {
        data = images;
        plan = wish;
        generation++;
        watchedLabels = WatchedImages.of(wish).labels();
        status.set(new TrainingStatus(generation, State.STARTING, 0, 0, 0, 0, Double.NaN, 0, "", Optional.empty()));
        missAll();
        playing.set(false);
        frame.set(null);
        result.set(null);
        last = null;
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

    /** Ends the run here; its model can be taken. */
    public void stop() {
        if (plan != null) {
            playing.set(false);
            engine.stop();
        }
    }

    /** Goes back to the initial weights of the same run, paused. */
    public void reset() {
        if (plan != null) {
            take(setup.get(), data, plan, List.of());
            engine.reset();
        }
    }

    /** Keeps where the run stands; it goes on. */
    public void checkpoint() {
        if (plan != null) {
            engine.snapshot();
        }
    }

    /** Asks for the present weights; they come with a later pulse, unless another run begins before. */
    void askWeights(Consumer<TrainedWeights> receiver) {
        askWeights(receiver, () -> {});
    }

    /** @param missed called instead when they cannot come any more: there is another run, or an error has ended it */
    void askWeights(Consumer<TrainedWeights> receiver, Runnable missed) {
        if (result.get() != null) {
            receiver.accept(result.get());
        } else if (plan == null || isBroken(status.get())) {
            missed.run();
        } else {
            wanted.add(new Wish(receiver, missed));
            engine.weights();
        }
    }

    private void missAll() {
        List<Wish> wishes = List.copyOf(wanted);
        wanted.clear();
        wishes.forEach(wish -> wish.missed().run());
    }

    /** After divergence there are still the last good weights. */
    private static boolean isBroken(TrainingStatus now) {
        return now.state() == State.FAILED && now.divergence().isEmpty() || now.state() == State.CLOSED;
    }

    /** An engine that stops forgets what it was asked before. */
    private void stopped(TrainingStatus now) {
        if (isBroken(now)) {
            missAll();
        } else if (!wanted.isEmpty()) {
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
        engine.takeSnapshot().ifPresent(this::marked);
        engine.takeWeights().filter(weights -> weights.plan() == plan).ifPresent(this::weighed);
        endIfOver();
    }

    private void marked(TrainingSnapshot snapshot) {
        if (snapshot.plan() == plan) {
            List<TrainingPoint> before = curves.trained().all().stream()
                    .filter(point -> point.step() <= snapshot.run().steps())
                    .toList();
            milestone.set(new Milestone(setup.get(), data, snapshot, before));
        }
    }

    private void weighed(TrainedWeights weights) {
        if (wanted.isEmpty()) {
            // Nobody asked, so these are the ones the run ended with.
            last = weights;
        }
        List<Wish> wishes = List.copyOf(wanted);
        wanted.clear();
        wishes.forEach(wish -> wish.receiver().accept(weights));
    }

    /** The end may be known before its weights have come, and the other way round. */
    private void endIfOver() {
        if (status.get().state() == State.FINISHED && last != null && result.get() == null) {
            result.set(last);
        }
    }

    @Override
    public Optional<EngineStatus<?>> engineStatus() {
        return Optional.of(engine.status());
    }

    @Override
    public void giveWay(GiveWay how) {
        engine.giveWay(how);
    }

    @Override
    public void close() {
        engine.close();
    }
}
