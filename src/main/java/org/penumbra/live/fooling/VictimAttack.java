package org.penumbra.live.fooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.penumbra.detector.Opinion;
import org.penumbra.fooling.EvolutionAttack;
import org.penumbra.fooling.FoolingRun;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;

/** The attack on one victim of a plan: its trials, their curves, and the images that are kept of their way. */
final class VictimAttack implements AutoCloseable {

    private static final int PIXELS = ImageSettings.PIXELS;
    /** Of a score in single precision, by its share. */
    private static final double ROUNDING = 1e-5;

    private final int generation;
    private final int index;
    private final AttackedModel attacked;
    private final FoolingSettings settings;
    private final boolean evolves;
    private final ImageClassifier network;
    private final ImageVictim victim;
    private final Threshold threshold;
    /** Null where the attack does not suit the victim, which is then left alone. */
    private final FoolingRun run;

    private final Consumer<FoolingPoint> points;
    private final CurveSteps curve = new CurveSteps();
    private final List<KeyImages> ways = new ArrayList<>();
    /** Frames of shown trials that have ended, which do not change any more; null for the others. */
    private final TrialFrame[] ended;
    /** Trials that have ended, null for the others. */
    private final Trial[] results;

    private int known;

    /**
     * @param network stays the caller's
     * @param points  receives the points of the curves of the trials that are shown
     */
    VictimAttack(int generation, int index, FoolingPlan plan, ImageClassifier network, Consumer<FoolingPoint> points) {
        this.generation = generation;
        this.index = index;
        this.network = network;
        this.points = points;
        attacked = plan.victims().get(index);
        settings = plan.settings();
        threshold = attacked.threshold(settings.tau());
        evolves = plan.attack() instanceof EvolutionAttack;
        ended = new TrialFrame[plan.shown()];
        results = new Trial[settings.trials()];
        Arrays.setAll(ended, i -> {
            ways.add(new KeyImages());
            return null;
        });
        victim = new ImageVictim(network, attacked.fitted());
        try {
            run = attacked.suits(plan.attack()) ? plan.attack().start(victim, settings) : null;
        } catch (RuntimeException | OutOfMemoryError problem) {
            victim.close();
            throw problem;
        }
    }

    int steps() {
        return run == null ? 0 : run.steps();
    }

    /** One step of every trial that goes on; whether any is left. */
    boolean step() {
        if (run == null || run.running() == 0) {
            return false;
        }
        int step = run.steps();
        boolean point = curve.take(step);
        float[][] before = new float[ended.length][];
        for (int i = 0; i < ended.length; i++) {
            // A gradient attack moves on after it was judged; what evolution has is known only afterwards.
            before[i] = results[i] == null && ways.get(i).wants(step) && !evolves ? run.present(i) : null;
        }
        boolean left = run.step();
        for (int i = 0; i < ended.length; i++) {
            if (results[i] == null) {
                follow(i, run.trial(i), point, before[i]);
            }
        }
        collect();
        return left;
    }

    private void follow(int number, Trial trial, boolean point, float[] before) {
        double score = evolves ? trial.bestScore() : trial.score();
        boolean over = trial.outcome() != Outcome.RUNNING;
        if (point || over) {
            points.accept(new FoolingPoint(generation, index, number, trial.steps(), score));
        }
        KeyImages way = ways.get(number);
        if (over) {
            way.end(key(trial.steps(), score, run.present(number)));
        } else if (way.wants(trial.steps())) {
            way.add(key(trial.steps(), score, evolves ? run.present(number) : before));
        }
    }

    private static KeyImage key(int step, double score, float[] image) {
        byte[] pixels = new byte[image.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * image[i]);
        }
        return new KeyImage(step, score, pixels);
    }

    /** Takes the results of trials that ended in this step. */
    private void collect() {
        if (results.length - run.running() == known) {
            return;
        }
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                Trial trial = run.trial(i);
                if (trial.outcome() != Outcome.RUNNING) {
                    results[i] = trial;
                    known++;
                }
            }
        }
    }

    /** What is to be seen now; the images that still change are shown to the network for it. */
    VictimFrame frame() {
        if (run == null) {
            return new VictimFrame(0, 0, 0, Double.NaN, List.of());
        }
        int[] moving =
                IntStream.range(0, ended.length).filter(i -> ended[i] == null).toArray();
        TrialFrame[] trials = ended.clone();
        if (moving.length > 0) {
            float[] images = new float[moving.length * PIXELS];
            for (int row = 0; row < moving.length; row++) {
                System.arraycopy(run.present(moving[row]), 0, images, row * PIXELS, PIXELS);
            }
            ImageResponse response = network.respond(images, moving.length);
            Opinion opinion = attacked.fitted().judge(evidence(response, images, moving.length));
            for (int row = 0; row < moving.length; row++) {
                trials[moving[row]] = seen(moving[row], images, response, opinion, row);
                ended[moving[row]] = results[moving[row]] == null ? null : trials[moving[row]];
            }
        }
        double steps = 0;
        int fooled = 0;
        for (Trial result : results) {
            if (result != null && result.outcome() == Outcome.FOOLED) {
                steps += result.steps();
                fooled++;
            }
        }
        return new VictimFrame(
                run.running(), fooled, known - fooled, fooled == 0 ? Double.NaN : steps / fooled, List.of(trials));
    }

    /** All that the detector wants to know. */
    private Evidence evidence(ImageResponse response, float[] images, int count) {
        Set<Evidence.Part> needs = attacked.fitted().needs();
        // The reconstructions are in the response alone, the codes in the evidence alone.
        return needs.contains(Evidence.Part.CODE)
                ? network.evidence(images, count, needs)
                : response.evidence().withInputs(images);
    }

    private TrialFrame seen(int number, float[] images, ImageResponse response, Opinion opinion, int row) {
        int k = response.classes();
        float[] scores = Arrays.copyOfRange(response.scores(), row * k, (row + 1) * k);
        boolean reconstructs = response.errors().length > 0;
        double error = reconstructs ? response.errors()[row] : Double.NaN;
        double confidence = opinion.factors()[row];
        int target = settings.target(number);
        double score = score(confidence * scores[target], Math.exp(opinion.logScore(row, target)));
        if (threshold.ofScore() && threshold.reached(score)) {
            double factor = victim.constantFactor(images, row);
            confidence *= factor;
            score *= factor;
        }
        boolean answers = opinion.answer(row) == target;
        Trial result = results[number];
        return new TrialFrame(
                number,
                target,
                result == null ? Outcome.RUNNING : result.outcome(),
                result == null ? run.steps() : result.steps(),
                Arrays.copyOfRange(images, row * PIXELS, (row + 1) * PIXELS),
                scores,
                reconstructs
                        ? Arrays.copyOfRange(response.reconstructions(), row * PIXELS, (row + 1) * PIXELS)
                        : new float[0],
                error,
                confidence,
                answers,
                opinion.acceptance()[row],
                threshold.held(score, answers, opinion.acceptance()[row]));
    }

    /** The product of what is shown where that is the detector's score, up to the rounding of y; else what it says. */
    private static double score(double product, double said) {
        return Math.abs(said - product) <= ROUNDING * Math.max(said, product) ? product : said;
    }

    /** How all trials stand, and the way of those that are shown, with the present image at its end. */
    FoolingRecording.OfVictim recording() {
        return run == null
                ? new FoolingRecording.OfVictim(List.of(), List.of())
                : new FoolingRecording.OfVictim(
                        run.trials(), ways.stream().map(KeyImages::all).toList());
    }

    /** Frees what belongs to this attack, not the network. */
    @Override
    public void close() {
        victim.close();
    }
}
