package org.penumbra.view.rings;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.RingsEngine;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.Preset;
import org.penumbra.view.lab.FreshSeeds;
import org.penumbra.view.lab.PlayedLabModel;
import org.penumbra.view.rings.compare.CompareModel;

/**
 * The observable state and the commands of the rings lab. It needs no screen: all it asks is that {@link #pulse} is
 * called now and then on the thread that owns the properties.
 *
 * <p>Learning rate, sigma and lambda may be changed while it trains. As long as nothing has been trained they become
 * the start values of the run; later they are left out of it, so that {@link #reset} replays the run from the start
 * values.
 */
public final class RingsModel implements PlayedLabModel {

    /** Cells of the heatmaps in each direction. */
    public static final int CELLS = 200;

    private static final double CALM_LEARNING_RATE = 1e-3;

    private final RingsEngine engine;
    private final RingsSettings settings;
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(this, "speed", Speed.FASTEST);
    private final ObjectProperty<PlaneSetup> setup;
    private final KeptPreset preset;
    private final ObjectProperty<PlaneStop> stop;
    private final PlaneLook look;
    private final ShownRun run;
    private final AttackModel attack;
    private final CompareModel compare;
    private final FreshSeeds seeds = new FreshSeeds();

    /** What the engine replays on reset; differs from the setup when start values changed before the first step. */
    private PlaneSetup engineSetup;
    /** Whether steps of the present run were asked for. */
    private boolean begun;
    /** While a setup is being taken over, its parts need not be told to the engine one by one. */
    private boolean takingOver;

    /** Starts an engine with the preset's setup, paused. */
    public RingsModel(Preset start, RingsEngine.Factory engines) {
        settings = new RingsSettings(start.confidence(), start.setup().training());
        setup = new SimpleObjectProperty<>(this, "setup", start.setup());
        preset = new KeptPreset(this, start);
        stop = new SimpleObjectProperty<>(this, "stop", start.stop());
        look = new PlaneLook(start.region());
        engineSetup = start.setup();
        engine = engines.start(engineSetup, grid(start.region()), start.confidence());
        engine.slowStart(true);
        engine.stop(start.stop());
        run = new ShownRun(this, engine);
        attack = new AttackModel(engine, settings.confidenceProperty(), setup);
        compare = new CompareModel(engine.comparing());
        listen();
    }

    private void listen() {
        settings.confidenceProperty().addListener((observed, before, now) -> engine.confidence(now));
        settings.trainingProperty().addListener((observed, before, now) -> tellTraining(now));
        speed.addListener((observed, before, now) -> engine.speed(now));
        look.regionProperty().addListener((observed, before, now) -> engine.grid(grid(now)));
        stop.addListener((observed, before, now) -> engine.stop(now));
        stop.addListener((observed, before, now) -> compareWithPreset());
        setup.addListener((observed, before, now) -> {
            if (!takingOver) {
                restart(now);
            }
        });
        settings.confidenceProperty().addListener((observed, before, now) -> compareWithPreset());
        settings.trainingProperty().addListener((observed, before, now) -> compareWithPreset());
        setup.addListener((observed, before, now) -> compareWithPreset());
        preset.presetProperty().addListener((observed, before, now) -> compareWithPreset());
    }

    /** The numbers that may be changed while it trains. */
    public RingsSettings settings() {
        return settings;
    }

    /** Alpha, beta and tau as one value; changes whenever one of them does. */
    public ReadOnlyObjectProperty<ConfidenceSettings> confidenceProperty() {
        return settings.confidenceProperty();
    }

    /** How fast it trains. */
    public ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** A person chooses a speed, maybe the same once more: the present run goes at it at once, without a slow start. */
    public void chooseSpeed(Speed chosen) {
        if (chosen.equals(speed.get())) {
            engine.speed(chosen);
        } else {
            speed.set(chosen);
        }
    }

    /**
     * What determines the run; setting it restarts and puts learning rate, sigma and lambda to its start values.
     */
    public ObjectProperty<PlaneSetup> setupProperty() {
        return setup;
    }

    /** The preset last opened or saved (title, name, description). */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.presetProperty();
    }

    /** Whether run or confidence differ from the preset last opened or saved. Looking around changes nothing. */
    public ReadOnlyBooleanProperty modifiedProperty() {
        return preset.modifiedProperty();
    }

    /** What is seen of the plane, and what lies over it. */
    public PlaneLook look() {
        return look;
    }

    /** When a run ends by itself; a change holds for the present run too. */
    public ObjectProperty<PlaneStop> stopProperty() {
        return stop;
    }

    /** The newest frame taken from the engine, null before the first of the present run. */
    public ReadOnlyObjectProperty<RingsFrame> frameProperty() {
        return run.frame().getReadOnlyProperty();
    }

    /** How the engine was doing at the last pulse. A failure stands here, with what to try. */
    public ReadOnlyObjectProperty<RingsStatus> statusProperty() {
        return run.status().getReadOnlyProperty();
    }

    /** Whether it was last told to play; known at once, while the status follows with the engine. */
    public ReadOnlyBooleanProperty playingProperty() {
        return run.playing().getReadOnlyProperty();
    }

    /** The points that an attack moves through the plane. */
    public AttackModel attack() {
        return attack;
    }

    /** The detectors that are compared with the confidence. Looking at them changes no preset. */
    public CompareModel compare() {
        return compare;
    }

    /** Called on each pulse that brought new points of the curves (never empty); points of a new generation start anew. */
    public void onCurve(Consumer<List<RingsPoint>> listener) {
        run.curve().onNew(listener);
    }

    /** Called when another run begins: the points of the one before are gone, those of the new one are still to come. */
    public void onNewRun(Runnable listener) {
        run.curve().onCleared(listener);
    }

    /** The curve points of the newest run so far, oldest first; a copy. */
    public List<RingsPoint> curve() {
        return run.curve().points();
    }

    /** Trains at the chosen speed until paused. */
    public void play() {
        begun = true;
        run.playing().set(true);
        engine.play();
    }

    /** Stops training; what is seen stays. */
    public void pause() {
        run.playing().set(false);
        engine.pause();
    }

    /** Pauses if it plays, otherwise plays. */
    public void togglePlay() {
        if (run.playing().get()) {
            pause();
        } else {
            play();
        }
    }

    /** Pauses and takes one training step. */
    public void step() {
        begun = true;
        run.playing().set(false);
        engine.step(1);
    }

    /**
     * Starts the same run again: same points, weights, batches and noise, and learning rate, sigma and lambda as they
     * were at its start.
     */
    public void reset() {
        if (!setup.get().equals(engineSetup)) {
            restart(setup.get());
            return;
        }
        engine.reset();
        engine.training(setup.get().training());
        startAnew(setup.get());
    }

    /** Starts the same run from another seed, 1 to 1 000 000. */
    public void newSeed() {
        PlaneSetup present = setup.get();
        setup.set(present.withSeed(seeds.otherThan(present.seed())));
    }

    /** Restarts with a tenth of the present learning rate, and at most 0.001: what to try when training diverged. */
    public void restartCalmer() {
        PlaneTrainingSettings now = settings.trainingProperty().get();
        double calmer = Math.min(CALM_LEARNING_RATE, now.learningRate() / 10);
        setup.set(presentSetup(now.withLearningRate(calmer)));
    }

    /** Shows a preset: restarts with its setup, confidence and region. */
    public void open(Preset opened) {
        open(opened, opened);
    }

    /** Shows a preset that was changed. @param from what it was before */
    void open(Preset opened, Preset from) {
        preset.set(from);
        settings.confidence(opened.confidence());
        look.goTo(opened.region());
        stop.set(opened.stop());
        takeOver(() -> setup.set(opened.setup()));
        restart(opened.setup());
    }

    /** Trains on points that were read from a file, and shows all of them. */
    public void open(PaintedPoints points) {
        look.goTo(PlaneRegion.around(points.sample(points.points().size(), 0)));
        setup.set(presentSetup(settings.trainingProperty().get()).withPoints(points));
    }

    /** Notes that the present state has been saved as this preset. */
    public void saved(Preset kept) {
        preset.set(kept);
        look.homeProperty().set(kept.region());
    }

    /** The present state as a preset; learning rate, sigma and lambda become start values. */
    public Preset toPreset(String name, String title, String description) {
        return new Preset(
                name,
                title,
                description,
                presentSetup(settings.trainingProperty().get()),
                preset.get().steps(),
                settings.confidenceProperty().get(),
                look.regionProperty().get(),
                stop.get());
    }

    @Override
    public void pulse() {
        run.pulse(attack, compare);
    }

    @Override
    public RingsEngine engine() {
        return engine;
    }

    private void restart(PlaneSetup next) {
        engineSetup = next;
        engine.restart(next);
        startAnew(next);
    }

    private void startAnew(PlaneSetup next) {
        attack.forget();
        compare.begin();
        run.begin(next.training());
        begun = run.playing().get();
        takeOver(() -> settings.training(next.training()));
    }

    private void tellTraining(PlaneTrainingSettings changed) {
        if (takingOver) {
            return;
        }
        engine.training(changed);
        if (!begun) {
            takeOver(() -> setup.set(presentSetup(changed)));
        }
    }

    private void takeOver(Runnable change) {
        takingOver = true;
        try {
            change.run();
        } finally {
            takingOver = false;
        }
    }

    private PlaneSetup presentSetup(PlaneTrainingSettings training) {
        PlaneSetup present = setup.get();
        return new PlaneSetup(present.data(), present.points(), present.network(), training, present.seed());
    }

    private void compareWithPreset() {
        preset.compare(
                settings.confidenceProperty().get(),
                presentSetup(settings.trainingProperty().get()),
                stop.get());
    }

    private static Grid grid(PlaneRegion shown) {
        return new Grid(shown, CELLS, CELLS);
    }
}
