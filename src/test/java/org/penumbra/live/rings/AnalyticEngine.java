package org.penumbra.live.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.data.plane.Rings;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.compare.AnalyticComparison;
import org.penumbra.live.rings.compare.CompareEngine;
import org.penumbra.net.Divergence;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * An engine without a network for tests of the window: its fields are formulas that grow from nothing to the picture
 * of well learned rings, its steps pass when {@link #takeFrame} is called, and it writes down every command.
 */
public final class AnalyticEngine implements RingsEngine {

    private static final double RADIUS = 0.65;
    private static final int STEPS_A_FRAME = 25;
    private static final List<Position> CENTRES = List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1));

    public final List<String> commands = new ArrayList<>();
    private final List<RingsPoint> curve = new ArrayList<>();
    private PlaneSetup setup;
    private Grid grid;
    private PlaneTrainingSettings training;
    private RingsStatus.State state = RingsStatus.State.PAUSED;
    private String failure = "";
    private Optional<Divergence> divergence = Optional.empty();
    private boolean slowStart;
    private PlaneStop stop = PlaneStop.NEVER;
    private Optional<RunEnding> ending = Optional.empty();
    private int generation;
    private long step;
    private boolean stale = true;
    private AnalyticWalk walk;
    public final AnalyticComparison comparing =
            new AnalyticComparison(this::respond, this::points, this::grid, () -> (long) generation << 32 | step);

    public AnalyticEngine(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        this.setup = setup;
        this.grid = grid;
        this.training = setup.training();
    }

    /** Stops as a real engine does when the loss is no longer a number. */
    public void fail(String message) {
        state = RingsStatus.State.FAILED;
        failure = message;
    }

    /** As an engine whose loss is no longer a number. */
    public void diverge(String message) {
        fail(message);
        divergence = Optional.of(new Divergence(
                step + 1, Double.NaN, 1.2, training.learningRate(), training.sigma(), training.lambda()));
    }

    /** As an engine that has not yet loaded its libraries: no frames. */
    public void starting(boolean loading) {
        state = loading ? RingsStatus.State.STARTING : RingsStatus.State.PAUSED;
    }

    public PlaneSetup setup() {
        return setup;
    }

    public Grid grid() {
        return grid;
    }

    public PlaneTrainingSettings training() {
        return training;
    }

    @Override
    public void play() {
        commands.add("play");
        ending = Optional.empty();
        if (state != RingsStatus.State.FAILED) {
            state = RingsStatus.State.RUNNING;
        }
    }

    @Override
    public void pause() {
        commands.add("pause");
        if (state == RingsStatus.State.RUNNING) {
            state = RingsStatus.State.PAUSED;
        }
    }

    @Override
    public void step(int steps) {
        commands.add("step " + steps);
        state = RingsStatus.State.PAUSED;
        advance(steps);
    }

    @Override
    public void reset() {
        commands.add("reset");
        begin(setup);
    }

    @Override
    public void restart(PlaneSetup next) {
        commands.add("restart");
        begin(next);
    }

    private void begin(PlaneSetup next) {
        setup = next;
        training = next.training();
        generation++;
        step = 0;
        walk = null;
        stale = true;
        ending = Optional.empty();
        if (state == RingsStatus.State.FAILED) {
            state = RingsStatus.State.PAUSED;
            failure = "";
            divergence = Optional.empty();
        }
    }

    @Override
    public void training(PlaneTrainingSettings settings) {
        commands.add("training " + settings.learningRate() + " " + settings.sigma() + " " + settings.lambda());
        training = settings;
    }

    @Override
    public void speed(Speed speed) {
        commands.add("speed " + speed.stepsPerSecond());
    }

    @Override
    public void slowStart(boolean wanted) {
        slowStart = wanted;
    }

    /** Whether it was told to start slowly. */
    public boolean slowStart() {
        return slowStart;
    }

    @Override
    public void stop(PlaneStop wanted) {
        stop = wanted;
    }

    /** When it was told to end by itself. */
    public PlaneStop stop() {
        return stop;
    }

    /** As an engine that has come to the end it was told. */
    public void end(PlaneStop.Reason why) {
        state = RingsStatus.State.PAUSED;
        ending = Optional.of(new RunEnding(step, why));
    }

    @Override
    public void grid(Grid next) {
        commands.add("grid");
        grid = next;
        stale = true;
    }

    @Override
    public void confidence(ConfidenceSettings settings) {
        commands.add("confidence " + settings.alpha() + " " + settings.beta() + " " + settings.tau());
    }

    @Override
    public void attack(AttackPlan plan) {
        commands.add("attack " + plan.target() + " " + plan.slopes());
        walk = new AnalyticWalk(generation, plan, this::respond);
    }

    @Override
    public void stopAttack() {
        commands.add("stopAttack");
        if (walk != null) {
            walk.stop();
        }
    }

    /** The attack moves when it is looked at. */
    @Override
    public Optional<AttackFrame> takeAttack() {
        return Optional.ofNullable(walk).flatMap(walking -> walking.move(step));
    }

    @Override
    public Optional<RingsFrame> takeFrame() {
        if (state == RingsStatus.State.RUNNING) {
            advance(STEPS_A_FRAME);
        }
        if (!stale || state == RingsStatus.State.STARTING || state == RingsStatus.State.FAILED) {
            return Optional.empty();
        }
        stale = false;
        List<Position> hollows = CENTRES;
        float[] places = new float[2 * hollows.size()];
        for (int i = 0; i < hollows.size(); i++) {
            places[2 * i] = (float) hollows.get(i).x();
            places[2 * i + 1] = (float) hollows.get(i).y();
        }
        return Optional.of(new RingsFrame(generation, step, grid, respond(grid.points()), points(), respond(places)));
    }

    @Override
    public CompareEngine comparing() {
        return comparing;
    }

    @Override
    public List<RingsPoint> takeCurve() {
        List<RingsPoint> taken = List.copyOf(curve);
        curve.clear();
        return taken;
    }

    @Override
    public RingsStatus status() {
        double speed = state == RingsStatus.State.RUNNING ? 1234 : 0;
        return new RingsStatus(generation, state, step, speed, 12.3, training, failure, divergence, false, ending);
    }

    @Override
    public void close() {
        commands.add("close");
        state = RingsStatus.State.CLOSED;
    }

    private void advance(int steps) {
        step += steps;
        stale = true;
        double learnt = learnt();
        curve.add(new RingsPoint(
                generation,
                step,
                1.1 * (1 - learnt) + 0.01,
                0.5 * (1 - learnt) + 0.02,
                0.33 + 0.66 * learnt,
                0.5 + 0.49 * learnt,
                0.5 + 0.499 * learnt));
    }

    private double learnt() {
        return step / (step + 300.0);
    }

    private List<Position> centres() {
        return setup.data() instanceof Rings rings ? rings.centres() : CENTRES;
    }

    private PointSet points() {
        SplittableRandom random = new SplittableRandom(setup.seed());
        List<Position> centres = centres();
        int count = Math.min(setup.points(), 600);
        float[] places = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % centres.size();
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = RADIUS - 0.05 + 0.1 * random.nextDouble();
            places[2 * i] = (float) (centres.get(labels[i]).x() + radius * Math.cos(angle));
            places[2 * i + 1] = (float) (centres.get(labels[i]).y() + radius * Math.sin(angle));
        }
        return new PointSet(places, labels, centres.size());
    }

    /** r(x) is the nearest place on a ring as far as it has learnt; gamma is the divergence of that map, bounded. */
    private PlaneResponse respond(float[] places) {
        int count = places.length / 2;
        List<Position> centres = centres();
        int classes = centres.size();
        float[] probabilities = new float[count * classes];
        float[] reconstruction = new float[2 * count];
        float[] error = new float[count];
        float[] gamma = new float[count];
        for (int i = 0; i < count; i++) {
            double x = places[2 * i];
            double y = places[2 * i + 1];
            int nearest = 0;
            double sum = 0;
            double[] scores = new double[classes];
            for (int k = 0; k < classes; k++) {
                double distance = centres.get(k).distance(x, y);
                nearest = distance < centres.get(nearest).distance(x, y) ? k : nearest;
                scores[k] = Math.exp(-6 * learnt() * distance);
                sum += scores[k];
            }
            for (int k = 0; k < classes; k++) {
                probabilities[i * classes + k] = (float) (scores[k] / sum);
            }
            Position centre = centres.get(nearest);
            double away = Math.max(1e-3, centre.distance(x, y));
            double pull = learnt() * (RADIUS / away - 1);
            pull *= Math.min(1, away / 0.3);
            reconstruction[2 * i] = (float) (x + pull * (x - centre.x()));
            reconstruction[2 * i + 1] = (float) (y + pull * (y - centre.y()));
            error[i] = (float) (Math.abs(pull) * away);
            gamma[i] = (float) (learnt() * Math.max(-0.5, Math.min(0.9, 0.5 * (RADIUS / away - 2))));
        }
        return new PlaneResponse(count, 2, classes, probabilities, reconstruction, error, gamma);
    }
}
