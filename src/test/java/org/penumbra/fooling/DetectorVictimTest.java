package org.penumbra.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Models;
import org.penumbra.data.plane.PointSet;
import org.penumbra.data.plane.Rings;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.fooling.victim.DenseVictim;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;

/** Attacks on networks that other detectors than their own watch over. */
@Timeout(300)
class DetectorVictimTest {

    private static final String MODEL = "mnist-cnn";
    private static final EnumSet<Evidence.Part> PARTS = EnumSet.of(Evidence.Part.CODE, Evidence.Part.INPUTS);
    private static final int PIXELS = 784;

    private static FitData strokes;

    /** Crosses of strokes serve as the known images: enough for means, tails and shares, and the same everywhere. */
    @BeforeAll
    static void fitData() {
        Random random = new Random(3);
        int count = 400;
        float[] images = new float[count * PIXELS];
        for (int image = 0; image < count; image++) {
            for (int stroke = 0; stroke < 4; stroke++) {
                boolean upright = random.nextBoolean();
                int line = 6 + random.nextInt(16);
                for (int i = 6; i < 22; i++) {
                    int pixel = upright ? i * 28 + line : line * 28 + i;
                    images[image * PIXELS + pixel] = 1;
                    images[image * PIXELS + pixel + 1] = 1;
                }
            }
        }
        try (ImageClassifier network = Models.load(MODEL).network()) {
            Evidence evidence = network.evidence(images, count, PARTS);
            int[] labels = new int[count];
            for (int row = 0; row < count; row++) {
                // Some classes hardly occur among strokes; the first rows give each its share.
                labels[row] = row < 40 ? row % 10 : evidence.answer(row);
            }
            strokes = FitData.of(evidence, labels);
        }
    }

    private static List<Trial> attacked(String detector, Attack attack, FoolingSettings settings) {
        Fitted fitted = Detectors.named(detector).fit(strokes, FitWatcher.NONE);
        try (ImageClassifier network = Models.load(MODEL).network();
                ImageVictim victim = new ImageVictim(network, fitted)) {
            assertEquals(attack.needsGradient(), attack.needsGradient() && victim.hasGradient());
            List<Trial> trials = WholeRun.of(attack.start(victim, settings));
            for (Trial trial : trials) {
                // What the run saw on its way to the gradient is what the detector says of the image by itself.
                Opinion opinion = fitted.judge(network.evidence(trial.image(), 1, fitted.needs()));
                double held = Threshold.of(fitted.about(), settings.tau())
                        .held(
                                Math.exp(opinion.logScore(0, trial.target())),
                                opinion.answer(0) == trial.target(),
                                opinion.acceptance()[0]);
                assertEquals(held, trial.score(), 4e-3, detector);
            }
            return trials;
        }
    }

    @Test
    void gradientsFoolEnergyAndTheMahalanobisDistance() {
        FoolingSettings settings = new FoolingSettings(List.of(3, 8), 2, 0.5, 400, 1);
        // 400 images span no more than 400 features, so the ridge stands for the spread that more of them would show.
        for (String detector : new String[] {
            "energy", "mahalanobis:ridge=0.1", "mahalanobis:ridge=0.1,distance=relative", "temperature"
        }) {
            for (Trial trial : attacked(detector, GradientAttack.strong(), settings)) {
                assertEquals(
                        Outcome.FOOLED, trial.outcome(), detector + ": " + trial.score() + " of " + trial.target());
            }
        }
    }

    @Test
    void withoutAGradientEvolutionFindsItsWay() {
        Fitted fitted = Detectors.named("openmax").fit(tailed(), FitWatcher.NONE);
        assertFalse(fitted.hasGradient());
        FoolingSettings settings = new FoolingSettings(List.of(1), 1, 0.9, 60, 1);
        try (ImageClassifier network = Models.load(MODEL).network();
                ImageVictim victim = new ImageVictim(network, fitted)) {
            assertThrows(FoolingException.class, () -> GradientAttack.strong().start(victim, settings));
            FoolingRun run = new EvolutionAttack(new DirectEncoding(), 5, 20).start(victim, settings);
            run.step();
            double first = run.trial(0).bestScore();
            while (run.step()) {
                assertTrue(run.steps() <= 60);
            }
            assertTrue(
                    run.trial(0).bestScore() > first,
                    first + " to " + run.trial(0).bestScore());
        }
    }

    /** Each class with enough that are answered right: the network's own answers are the labels. */
    private static FitData tailed() {
        Evidence evidence = strokes.train();
        float[] logits = evidence.logits().clone();
        int[] labels = new int[evidence.count()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % 10;
            logits[row * 10 + row % 10] = 12 + row / 100f;
        }
        return FitData.of(evidence.withOutputs(logits, evidence.scores()), labels);
    }

    @Test
    void inThePlaneTheSlopesLeadTowardsTheClass() {
        PointSet points = Rings.paper().sample(300, 5);
        try (DenseNetwork network = new DenseNetwork(
                2, points.classes(), new DenseSettings(List.of(24, 16), Activation.TANH), Activation.IDENTITY)) {
            network.initialise(5);
            FitData data = FitData.of(network.evidence(points.points(), points.size()), points.labels());
            for (String detector : new String[] {"energy", "mahalanobis", "temperature"}) {
                Fitted fitted = Detectors.named(detector).fit(data, FitWatcher.NONE);
                try (DenseVictim victim = new DenseVictim(network, fitted)) {
                    float[] place = {2.5f, -1.5f};
                    int[] target = {1};
                    Judgement first = victim.judgeWithGradient(place, target, 1);
                    assertEquals(victim.judge(place, target, 1).logScores()[0], first.logScores()[0], 1e-4, detector);
                    for (int step = 0; step < 400; step++) {
                        float[] slope =
                                victim.judgeWithGradient(place, target, 1).gradients();
                        double length = Math.hypot(slope[0], slope[1]);
                        place[0] -= (float) (0.01 * slope[0] / length);
                        place[1] -= (float) (0.01 * slope[1] / length);
                    }
                    double last = victim.judge(place, target, 1).logScores()[0];
                    assertTrue(last > first.logScores()[0], detector + ": " + first.logScores()[0] + " to " + last);
                }
            }
        }
    }
}
