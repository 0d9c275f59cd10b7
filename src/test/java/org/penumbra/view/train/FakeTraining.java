package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.course.ImageResult;
import org.penumbra.course.ImageSnapshot;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.StepTrace;
import org.penumbra.live.train.TrainedWeights;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSnapshot;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.live.train.WatchedImages;
import org.penumbra.net.Divergence;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.StepEngine;

/**
 * A training run made of formulas: it takes ten steps whenever it is asked how it is doing, and remembers what it was told.
 */
final class FakeTraining implements TrainingEngine {

    static final int STEPS_A_LOOK = 10;

    final List<String> commands = new ArrayList<>();
    final List<TrainingPlan> plans = new ArrayList<>();
    private final List<TrainingPoint> points = new ArrayList<>();
    private TrainingPlan plan;
    private State state = State.EMPTY;
    private int generation = -1;
    private long step;
    private String message = "";
    private Optional<Divergence> divergence = Optional.empty();
    private boolean fresh;
    private TrainingSnapshot snapshot;
    private TrainedWeights weights;

    @Override
    public void begin(TrainingPlan next) {
        commands.add("begin");
        plans.add(next);
        plan = next;
        start(0);
    }

    @Override
    public void resume(TrainingSnapshot from) {
        commands.add("resume " + from.run().steps());
        plan = from.plan();
        start(from.run().steps());
    }

    private void start(long from) {
        generation++;
        state = State.PAUSED;
        step = from;
        message = "";
        divergence = Optional.empty();
        fresh = true;
        points.clear();
        point();
    }

    @Override
    public void play() {
        commands.add("play");
        state = State.RUNNING;
    }

    @Override
    public void pause() {
        commands.add("pause");
        state = State.PAUSED;
    }

    @Override
    public void step(int steps) {
        commands.add("step " + steps);
        state = State.PAUSED;
        advance(steps);
    }

    @Override
    public void stop() {
        commands.add("stop");
        finish("");
    }

    /** Ends the run as an engine does whose validation loss no longer falls. */
    void finish(String why) {
        state = State.FINISHED;
        message = why;
        weights = present();
    }

    /** Fails as an engine does to which something unforeseen happened. */
    void fail(String why) {
        state = State.FAILED;
        message = why;
    }

    /** Fails as an engine does whose loss is no longer a number. */
    void diverge(String why) {
        fail(why);
        divergence = Optional.of(new Divergence(
                step + 1, Double.NaN, 2.3, plan.course().training().learningRate(), 0, 0));
    }

    @Override
    public void reset() {
        commands.add("reset");
        start(0);
    }

    @Override
    public void clear() {
        commands.add("clear");
        state = State.EMPTY;
    }

    @Override
    public void snapshot() {
        commands.add("snapshot");
        int count = ImageNetwork.parameterCount(plan.course().network());
        snapshot = new TrainingSnapshot(
                plan,
                new ImageSnapshot(2, step, new float[count], new float[count], new float[count], Optional.empty()));
    }

    @Override
    public void weights() {
        commands.add("weights");
        weights = present();
    }

    private TrainedWeights present() {
        float[] quantiles = new float[plan.course().network().architecture().reconstructs() ? ImageModel.QUANTILES : 0];
        return new TrainedWeights(
                plan,
                new ImageResult(
                        2,
                        step,
                        new float[ImageNetwork.parameterCount(plan.course().network())],
                        quantiles,
                        accuracy()));
    }

    @Override
    public Optional<TrainingFrame> takeFrame() {
        if (!fresh) {
            return Optional.empty();
        }
        fresh = false;
        return Optional.of(frame());
    }

    @Override
    public List<TrainingPoint> takeCurve() {
        List<TrainingPoint> taken = List.copyOf(points);
        points.clear();
        return taken;
    }

    @Override
    public Optional<TrainingSnapshot> takeSnapshot() {
        Optional<TrainingSnapshot> taken = Optional.ofNullable(snapshot);
        snapshot = null;
        return taken;
    }

    @Override
    public Optional<TrainedWeights> takeWeights() {
        Optional<TrainedWeights> taken = Optional.ofNullable(weights);
        weights = null;
        return taken;
    }

    @Override
    public TrainingStatus status() {
        if (state == State.RUNNING) {
            advance(STEPS_A_LOOK);
        }
        return new TrainingStatus(
                generation,
                state,
                step,
                plan == null ? 0 : totalSteps(),
                epochs(),
                state == State.RUNNING ? 2345 : 0,
                state == State.RUNNING ? 83 : Double.NaN,
                0.031,
                message,
                divergence);
    }

    @Override
    public void close() {
        commands.add("close");
        state = State.CLOSED;
    }

    private void advance(int steps) {
        for (int i = 0; i < steps && step < totalSteps(); i++) {
            step++;
            point();
        }
        fresh = true;
        if (step == totalSteps()) {
            finish("");
        }
    }

    private long totalSteps() {
        return (long) Math.ceil((double) plan.course().images().count()
                * plan.course().training().epochs()
                / plan.course().training().batch());
    }

    private double epochs() {
        return plan == null
                ? 0
                : (double) step
                        * plan.course().training().batch()
                        / plan.course().images().count();
    }

    private double accuracy() {
        return 0.98 - 0.88 * Math.exp(-step / 60.0);
    }

    private void point() {
        boolean validated = step % 20 == 0;
        boolean decoder = plan.course().network().architecture().reconstructs();
        double noise = 1 + 0.2 * Math.sin(step * 1.7);
        double loss = (0.05 + 2.3 * Math.exp(-step / 80.0)) * noise;
        double mean = (0.012 + 0.2 * Math.exp(-step / 40.0)) * noise;
        points.add(new TrainingPoint(
                generation,
                step,
                epochs(),
                loss,
                decoder ? mean : Double.NaN,
                validated ? 0.07 + 2.2 * Math.exp(-step / 85.0) : Double.NaN,
                validated && decoder ? 0.01 + 0.2 * Math.exp(-step / 42.0) : Double.NaN,
                validated ? accuracy() : Double.NaN,
                step * plan.course().training().batch() / imagesPerSecond() / Math.max(1, step),
                new StepTrace(step, step == 0 ? List.of() : List.of(loss * rounding()))));
    }

    /** The other layers round otherwise, ever more so. */
    private double rounding() {
        return plan.course().engine() == StepEngine.PENUMBRA ? 1 : 1 + 2e-6 * step;
    }

    private double imagesPerSecond() {
        return plan.course().engine() == StepEngine.PENUMBRA ? 7200 : 300;
    }

    private TrainingFrame frame() {
        SplittableRandom random = new SplittableRandom(step);
        int[] labels = WatchedImages.of(plan).labels();
        int classes = plan.course().network().classes();
        boolean decoder = plan.course().network().architecture().reconstructs();
        int count = labels.length;
        float[] watched = WatchedImages.of(plan).pixels();
        float[] scores = new float[count * classes];
        for (int i = 0; i < count; i++) {
            // One in four is wrong.
            scores[i * classes + (labels[i] + (i % 4 == 3 ? 1 : 0)) % classes] = (float) accuracy();
        }
        float[] reconstructions = decoder ? watched.clone() : new float[0];
        for (int i = 0; i < reconstructions.length; i++) {
            reconstructions[i] = (float) (0.5 + (reconstructions[i] - 0.5) * accuracy());
        }
        ImageResponse response =
                new ImageResponse(count, classes, scores, scores, reconstructions, new float[decoder ? count : 0]);
        float[] filters = new float[32 * 25];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = (float) (0.2 * Math.sin(i * 0.7) * random.nextDouble());
        }
        return new TrainingFrame(
                generation,
                step,
                confusion(classes),
                tops(random, 2, decoder),
                tops(random, 8, decoder),
                filters,
                watched,
                response);
    }

    private int[][] confusion(int classes) {
        int[][] counts = new int[classes][classes];
        for (int k = 0; k < classes; k++) {
            counts[k][k] = 45;
            counts[k][(k * 3 + 1) % classes] += 5;
        }
        return counts;
    }

    private TopAnswers tops(SplittableRandom random, double error, boolean decoder) {
        float[] scores = new float[400];
        float[] errors = new float[decoder ? 400 : 0];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (1 - 0.5 * Math.pow(random.nextDouble(), 4));
            if (decoder) {
                errors[i] = (float) Math.max(0.1, error * (1 - 0.1 * accuracy()) + random.nextGaussian() * 0.5);
            }
        }
        return new TopAnswers(scores, errors, new boolean[400]);
    }
}
