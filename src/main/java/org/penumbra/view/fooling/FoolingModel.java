package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Defaults;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.fooling.FoolingEngine;
import org.penumbra.live.fooling.FoolingFrame;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.FoolingPoint;
import org.penumbra.live.fooling.FoolingRecording;
import org.penumbra.live.fooling.FoolingStatus;
import org.penumbra.view.lab.FreshSeeds;
import org.penumbra.view.lab.PlayedLabModel;
import org.penumbra.view.widget.chart.LineHistory;

/**
 * The observable state and the commands of the fooling lab. It needs no screen: all it asks is that {@link #pulse} is
 * called now and then on the thread that owns the properties. Whatever is changed begins the attack anew, and it goes on
 * playing if it was.
 */
public final class FoolingModel implements PlayedLabModel {

    /** The target that stands for all classes. */
    static final int ALL = -1;
    /** Most trials of each target. */
    static final int MOST_TRIALS = 10;
    /** Most classes that are shown all at once. */
    static final int MOST_TARGETS = 20;

    private final FoolingEngine engine;
    private final Victims victims;
    private final ObjectProperty<Protocol> protocol = new SimpleObjectProperty<>(this, "protocol", Protocol.PAPER);
    private final ObjectProperty<GeneratorStart> start = new SimpleObjectProperty<>(this, "start", GeneratorStart.GREY);
    private final IntegerProperty target = new SimpleIntegerProperty(this, "target", 3);
    private final DoubleProperty tau = new SimpleDoubleProperty(this, "tau", Defaults.TAU);
    private final DoubleProperty kappa = new SimpleDoubleProperty(this, "kappa", Defaults.KAPPA);
    private final DoubleProperty beta = new SimpleDoubleProperty(this, "beta", Defaults.WITHOUT_GAMMA);
    private final IntegerProperty mostSteps = new SimpleIntegerProperty(this, "mostSteps", 1000);
    private final IntegerProperty trials = new SimpleIntegerProperty(this, "trials", 1);
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(this, "speed", Speed.FASTEST);
    private final ObjectProperty<Watched> watched = new SimpleObjectProperty<>(this, "watched", new Watched(0, 0));
    private final ReadOnlyObjectWrapper<FoolingPlan> plan = new ReadOnlyObjectWrapper<>(this, "plan");
    private final ReadOnlyObjectWrapper<FoolingFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final ReadOnlyObjectWrapper<FoolingStatus> status;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final TrialCurves curves = new TrialCurves();
    private final List<Wish> recordingWanted = new ArrayList<>();
    private final FreshSeeds seeds = new FreshSeeds();
    private final SettledValues settled;
    private Consumer<Runnable> losing = Runnable::run;
    /** The run that was known when another was begun: that it has ended says nothing of the other. */
    private int left = -1;

    /**
     * A trial of a victim.
     *
     * @param victim index in the plan
     * @param trial  number of the trial
     */
    record Watched(int victim, int trial) {}

    /** Somebody who asked for a recording; called is one of the two. */
    private record Wish(Consumer<FoolingRecording> receiver, Runnable missed) {}

    /** @param victims who is attacked; the first plan is made when there is one */
    FoolingModel(FoolingEngine.Factory engines, Victims victims) {
        this.victims = victims;
        engine = engines.start();
        status = new ReadOnlyObjectWrapper<>(this, "status", engine.status());
        victims.onChange(this::victimsChanged);
        settled = new SettledValues(
                List.of(protocol, start, target, tau, kappa, beta, mostSteps, trials, seed), this::losing, this::begin);
        speed.addListener((observed, before, now) -> engine.speed(now));
    }

    Victims victims() {
        return victims;
    }

    ObjectProperty<Protocol> protocolProperty() {
        return protocol;
    }

    /** How the generator of an attack by gradient starts. */
    ObjectProperty<GeneratorStart> startProperty() {
        return start;
    }

    /** The class to be faked, or {@link #ALL}. */
    IntegerProperty targetProperty() {
        return target;
    }

    /** The score at which a trial has fooled, in (0, 1]. */
    DoubleProperty tauProperty() {
        return tau;
    }

    /** Allowance for the error when alpha is calibrated, at least 1. */
    DoubleProperty kappaProperty() {
        return kappa;
    }

    /** Sensitivity to the curvature, at least 0. */
    DoubleProperty betaProperty() {
        return beta;
    }

    /** Steps after which a trial has failed, 1 to {@link FoolingSettings#MOST_STEPS}. */
    public IntegerProperty mostStepsProperty() {
        return mostSteps;
    }

    /** Trials of each target when all are attacked, 1 to {@value #MOST_TRIALS}. */
    IntegerProperty trialsProperty() {
        return trials;
    }

    LongProperty seedProperty() {
        return seed;
    }

    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** Whose details and curves are shown. */
    ObjectProperty<Watched> watchedProperty() {
        return watched;
    }

    /** What is attempted, null before all first victims are read. */
    public ReadOnlyObjectProperty<FoolingPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The newest frame, of the present plan, null before its first. */
    public ReadOnlyObjectProperty<FoolingFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** How the engine was doing at the last pulse. */
    public ReadOnlyObjectProperty<FoolingStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether it was last told to play; known at once, while the status follows with the engine. */
    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether all classes are attacked. */
    boolean all() {
        return target.get() == ALL;
    }

    /** The points of a trial of the present run so far. */
    LineHistory<FoolingPoint> curve(int victim, int trial) {
        return curves.of(victim, trial);
    }

    /** Called on each pulse that brought points of the curves, and when they start anew. */
    void onCurve(Runnable listener) {
        curves.onChange(listener);
    }

    /** @param asks runs what it is given, once it was asked whether the present attack may be lost, where that took long */
    void beforeLosing(Consumer<Runnable> asks) {
        losing = asks;
    }

    /** Does what begins another attack in place of the present one. */
    void losing(Runnable action) {
        losing.accept(action);
    }

    /** Attacks; once all trials have ended, again from the start. */
    public void play() {
        if (plan.get() == null) {
            return;
        }
        if (status.get().state() == State.FINISHED || status.get().state() == State.FAILED) {
            losing(() -> {
                playing.set(true);
                again();
            });
        } else {
            playing.set(true);
            engine.play();
        }
    }

    /** Plays what was begun just now if something was played, also where the engine had come to its end meanwhile. */
    private void goOn() {
        left = status.get().generation();
        if (playing.get()) {
            engine.play();
        }
    }

    void pause() {
        playing.set(false);
        engine.pause();
    }

    /** Pauses if it plays, otherwise plays. */
    void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /** Pauses and takes one step. */
    void step() {
        playing.set(false);
        engine.step(1);
    }

    /** The same attack again. */
    void restart() {
        losing(this::again);
    }

    private void again() {
        engine.restart();
        goOn();
    }

    /** The same attack from other generators; the seed is 1 to 1 000 000. */
    void newSeed() {
        seed.set(seeds.otherThan(seed.get()));
    }

    /** Changes several settings and begins once. */
    void change(Runnable changes) {
        settled.change(changes);
    }

    /** Changes several settings without a beginning, as what is attacked changes too. */
    void quietly(Runnable changes) {
        settled.quietly(changes);
    }

    /** Gives what was recorded so far, with one of the next pulses. */
    void record(Consumer<FoolingRecording> receiver) {
        record(receiver, () -> {});
    }

    /** @param missed called instead when the engine has ended before */
    void record(Consumer<FoolingRecording> receiver, Runnable missed) {
        recordingWanted.add(new Wish(receiver, missed));
        engine.record();
    }

    @Override
    public void pulse() {
        settled.pulse();
        FoolingStatus now = engine.status();
        boolean over = now.state() == State.FAILED || now.state() == State.FINISHED;
        if (over && now.generation() > left) {
            playing.set(false);
        }
        engine.takeFrame().filter(taken -> taken.plan() == plan.get()).ifPresent(frame::set);
        curves.take(engine.takeCurve(), now.generation());
        status.set(now);
        engine.takeRecording()
                .ifPresent(recording ->
                        takeWishes().forEach(wish -> wish.receiver().accept(recording)));
        if (now.state() == State.CLOSED) {
            takeWishes().forEach(wish -> wish.missed().run());
        }
    }

    private List<Wish> takeWishes() {
        List<Wish> wishes = List.copyOf(recordingWanted);
        recordingWanted.clear();
        return wishes;
    }

    @Override
    public FoolingEngine engine() {
        return engine;
    }

    private void victimsChanged() {
        List<ChosenVictim> chosen = victims.chosen();
        int classes = chosen.get(0).classes();
        if (target.get() >= classes || all() && classes > MOST_TARGETS) {
            settled.quietly(() -> target.set(0));
        }
        begin();
    }

    private void begin() {
        List<ChosenVictim> chosen = victims.chosen();
        if (chosen.isEmpty()) {
            return;
        }
        settled.settle();
        int classes = chosen.get(0).classes();
        List<Integer> targets = all() ? IntStream.range(0, classes).boxed().toList() : List.of(target.get());
        int all = all() ? classes * trials.get() : 1;
        Calibration calibration = new Calibration.ByKappa(kappa.get());
        FoolingPlan next = new FoolingPlan(
                protocol.get().id(),
                protocol.get().attack(start.get()),
                chosen.stream()
                        .map(one -> one.calibrated(calibration, beta.get(), tau.get()))
                        .toList(),
                new FoolingSettings(targets, all, tau.get(), mostSteps.get(), seed.get()));
        frame.set(null);
        if (watched.get().victim() >= next.victims().size() || watched.get().trial() >= next.shown()) {
            watched.set(new Watched(0, 0));
        }
        plan.set(next);
        engine.begin(next);
        goOn();
    }
}
