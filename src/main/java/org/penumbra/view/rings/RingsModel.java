package org.penumbra.view.rings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.RingsEngine;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.Preset;
import org.penumbra.view.lab.FreshSeeds;
import org.penumbra.view.lab.LabModel;
import org.penumbra.view.widget.form.SettingProperty;

/**
 * The observable state and the commands of the rings lab. It needs no screen: all it asks is that {@link #pulse} is
 * called now and then on the thread that owns the properties.
 *
 * <p>Learning rate, sigma and lambda may be changed while it trains. As long as nothing has been trained they become
 * the start values of the run; later they are left out of it, so that {@link #reset} replays the run from the start
 * values.
 */
public final class RingsModel implements LabModel {

    /** Cells of the heatmaps in each direction. */
    public static final int CELLS = 200;

    private static final double CALM_LEARNING_RATE = 1e-3;

    private final RingsEngine engine;
    private final ReadOnlyObjectWrapper<ConfidenceSettings> confidence;
    private final ReadOnlyObjectWrapper<PlaneTrainingSettings> training;
    private final DoubleProperty alpha;
    private final DoubleProperty beta;
    private final DoubleProperty tau;
    private final DoubleProperty learningRate;
    private final DoubleProperty sigma;
    private final DoubleProperty lambda;
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(this, "speed", Speed.FASTEST);
    private final ObjectProperty<PlaneSetup> setup;
    private final KeptPreset preset;
    private final ObjectProperty<PlaneRegion> region;
    private final ObjectProperty<Position> pointer = new SimpleObjectProperty<>(this, "pointer");
    private final BooleanProperty showPoints = new SimpleBooleanProperty(this, "showPoints", true);
    private final BooleanProperty showArrows = new SimpleBooleanProperty(this, "showArrows");
    private final BooleanProperty showContour = new SimpleBooleanProperty(this, "showContour", true);
    private final ReadOnlyObjectWrapper<RingsFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final ReadOnlyObjectWrapper<RingsStatus> status;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final RunCurve curve = new RunCurve();
    private final AttackModel attack;
    private final FreshSeeds seeds = new FreshSeeds();

    /** What the engine replays on reset; differs from the setup when start values changed before the first step. */
    private PlaneSetup engineSetup;
    /** Whether steps of the present run were asked for. */
    private boolean begun;
    /** While a setup is being taken over, its parts need not be told to the engine one by one. */
    private boolean takingOver;

    /** Starts an engine with the preset's setup, paused. */
    public RingsModel(Preset start, RingsEngine.Factory engines) {
        confidence = new ReadOnlyObjectWrapper<>(this, "confidence", start.confidence());
        alpha = new SettingProperty<>(
                this, "alpha", confidence, ConfidenceSettings::alpha, ConfidenceSettings::withAlpha);
        beta = new SettingProperty<>(this, "beta", confidence, ConfidenceSettings::beta, ConfidenceSettings::withBeta);
        tau = new SettingProperty<>(this, "tau", confidence, ConfidenceSettings::tau, ConfidenceSettings::withTau);
        training = new ReadOnlyObjectWrapper<>(this, "training", start.setup().training());
        learningRate = new SettingProperty<>(
                this,
                "learningRate",
                training,
                PlaneTrainingSettings::learningRate,
                PlaneTrainingSettings::withLearningRate);
        sigma = new SettingProperty<>(
                this, "sigma", training, PlaneTrainingSettings::sigma, PlaneTrainingSettings::withSigma);
        lambda = new SettingProperty<>(
                this, "lambda", training, PlaneTrainingSettings::lambda, PlaneTrainingSettings::withLambda);
        setup = new SimpleObjectProperty<>(this, "setup", start.setup());
        preset = new KeptPreset(this, start);
        region = new SimpleObjectProperty<>(this, "region", start.region());
        engineSetup = start.setup();
        engine = engines.start(engineSetup, grid(start.region()), start.confidence());
        status = new ReadOnlyObjectWrapper<>(this, "status", engine.status());
        attack = new AttackModel(engine, confidence, setup);
        listen();
    }

    private void listen() {
        confidence.addListener((observed, before, now) -> engine.confidence(now));
        training.addListener((observed, before, now) -> tellTraining(now));
        speed.addListener((observed, before, now) -> engine.speed(now));
        region.addListener((observed, before, now) -> engine.grid(grid(now)));
        setup.addListener((observed, before, now) -> {
            if (!takingOver) {
                restart(now);
            }
        });
        confidence.addListener((observed, before, now) -> compareWithPreset());
        training.addListener((observed, before, now) -> compareWithPreset());
        setup.addListener((observed, before, now) -> compareWithPreset());
        preset.presetProperty().addListener((observed, before, now) -> compareWithPreset());
    }

    /** Sensitivity to the reconstruction error, at least 0; a change repaints at once. */
    public DoubleProperty alphaProperty() {
        return alpha;
    }

    /** Sensitivity to positive curvature, at least 0; a change repaints at once. */
    public DoubleProperty betaProperty() {
        return beta;
    }

    /** Threshold on the scaled outputs, in (0, 1]; a change repaints at once. */
    public DoubleProperty tauProperty() {
        return tau;
    }

    /** Alpha, beta and tau as one value; changes whenever one of them does. */
    public ReadOnlyObjectProperty<ConfidenceSettings> confidenceProperty() {
        return confidence.getReadOnlyProperty();
    }

    /** Learning rate of Adam, positive; changeable while it trains. */
    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    /** Standard deviation of the corruption, data units, at least 0; changeable while it trains. */
    public DoubleProperty sigmaProperty() {
        return sigma;
    }

    /** Weight of the reconstruction loss, at least 0; changeable while it trains. */
    public DoubleProperty lambdaProperty() {
        return lambda;
    }

    /** How fast it trains. */
    public ObjectProperty<Speed> speedProperty() {
        return speed;
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

    /** What the four heatmaps show; shared by zoom and pan. */
    public ObjectProperty<PlaneRegion> regionProperty() {
        return region;
    }

    /** Where the cross-hair is in data units, null when the pointer is outside; shared by the four. */
    public ObjectProperty<Position> pointerProperty() {
        return pointer;
    }

    /** Whether the training points are drawn over the heatmaps. */
    public BooleanProperty showPointsProperty() {
        return showPoints;
    }

    /** Whether arrows of r(x) - x are drawn over the heatmaps. */
    public BooleanProperty showArrowsProperty() {
        return showArrows;
    }

    /** Whether the contour where the scaled outputs reach tau is drawn. */
    public BooleanProperty showContourProperty() {
        return showContour;
    }

    /** The newest frame taken from the engine, null before the first. */
    public ReadOnlyObjectProperty<RingsFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** How the engine was doing at the last pulse. A failure stands here, with what to try. */
    public ReadOnlyObjectProperty<RingsStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether it was last told to play; known at once, while the status follows with the engine. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The points that an attack moves through the plane. */
    public AttackModel attack() {
        return attack;
    }

    /** Called on each pulse that brought new points of the curves (never empty); points of a new generation start anew. */
    public void onCurve(Consumer<List<RingsPoint>> listener) {
        curve.onNew(listener);
    }

    /** The curve points of the newest run so far, oldest first; a copy. */
    public List<RingsPoint> curve() {
        return curve.points();
    }

    /** Trains at the chosen speed until paused. */
    public void play() {
        begun = true;
        playing.set(true);
        engine.play();
    }

    /** Stops training; what is seen stays. */
    public void pause() {
        playing.set(false);
        engine.pause();
    }

    /** Pauses if it plays, otherwise plays. */
    public void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /** Pauses and takes one training step. */
    public void step() {
        begun = true;
        playing.set(false);
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
        PlaneSetup run = setup.get();
        setup.set(run.withSeed(seeds.otherThan(run.seed())));
    }

    /** Restarts with a tenth of the present learning rate, and at most 0.001: what to try when training diverged. */
    public void restartCalmer() {
        PlaneTrainingSettings now = training.get();
        double calmer = Math.min(CALM_LEARNING_RATE, now.learningRate() / 10);
        setup.set(presentSetup(now.withLearningRate(calmer)));
    }

    /** Shows a preset: restarts with its setup, confidence and region. */
    public void open(Preset opened) {
        preset.set(opened);
        confidence.set(opened.confidence());
        region.set(opened.region());
        takeOver(() -> setup.set(opened.setup()));
        restart(opened.setup());
    }

    /** Notes that the present state has been saved as this preset. */
    public void saved(Preset kept) {
        preset.set(kept);
    }

    /** The present state as a preset; learning rate, sigma and lambda become start values. */
    public Preset toPreset(String name, String title, String description) {
        return new Preset(
                name,
                title,
                description,
                presentSetup(training.get()),
                preset.get().steps(),
                confidence.get(),
                region.get());
    }

    @Override
    public void pulse() {
        RingsStatus now = engine.status();
        if (now.state() == State.FAILED) {
            playing.set(false);
        }
        status.set(now);
        engine.takeFrame().ifPresent(frame::set);
        attack.pulse();
        curve.add(engine.takeCurve());
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

    private void restart(PlaneSetup next) {
        engineSetup = next;
        engine.restart(next);
        startAnew(next);
    }

    private void startAnew(PlaneSetup run) {
        if (status.get().state() == State.FAILED) {
            playing.set(false);
        }
        begun = playing.get();
        attack.forget();
        takeOver(() -> training.set(run.training()));
    }

    private void tellTraining(PlaneTrainingSettings settings) {
        if (takingOver) {
            return;
        }
        engine.training(settings);
        if (!begun) {
            takeOver(() -> setup.set(presentSetup(settings)));
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

    private PlaneSetup presentSetup(PlaneTrainingSettings settings) {
        PlaneSetup run = setup.get();
        return new PlaneSetup(run.data(), run.points(), run.network(), settings, run.seed());
    }

    private void compareWithPreset() {
        preset.compare(confidence.get(), presentSetup(training.get()));
    }

    private static Grid grid(PlaneRegion shown) {
        return new Grid(shown, CELLS, CELLS);
    }
}
