package org.penumbra.fooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Models;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.descent.PlainDescent;
import org.penumbra.fooling.encoding.CppnEncoding;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;

/** How trials by gradient run: alone and together, to success and to failure, again and again. */
@Timeout(300)
class GradientRunTest {

    private static final List<Integer> BOTH = List.of(0, 1);
    private static final List<Integer> DIGITS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    private static List<Trial> attacked(String model, Attack attack, FoolingSettings settings) {
        ImageModel loaded = Models.load(model);
        try (ImageClassifier network = loaded.network();
                ImageVictim victim = new ImageVictim(network, new MaxSoftmax().of(10))) {
            return WholeRun.of(attack.start(victim, settings));
        }
    }

    @Test
    void aTrialEndsWhenItsScoreReachesTauAndItsImageIsWhatReachedIt() {
        Hill hill = new Hill(9, true, 1);
        FoolingRun run =
                new GradientAttack(new PlainDescent(0.05)).start(hill, new FoolingSettings(BOTH, 4, 0.99, 500, 3));
        assertEquals(4, run.running());
        int steps = 0;
        while (run.step()) {
            assertEquals(++steps, run.steps());
        }
        assertFalse(run.step());
        for (Trial trial : run.trials()) {
            assertEquals(Outcome.FOOLED, trial.outcome());
            assertEquals(trial.number() % 2, trial.target());
            assertTrue(trial.score() >= 0.99 && trial.bestScore() == trial.score(), trial.toString());
            Judgement judgement = hill.judge(trial.image(), new int[] {trial.target()}, 1);
            assertEquals(trial.score(), judgement.score(0), 1e-12);
            assertTrue(trial.steps() > 0 && trial.steps() <= run.steps(), "steps " + trial.steps());
            assertArrayEquals(trial.image(), run.present(trial.number()));
        }
    }

    @Test
    void aTrialFailsAfterItsSteps() {
        FoolingRun run = new GradientAttack(new PlainDescent(1e-3))
                .start(new Hill(9, true, 1), new FoolingSettings(BOTH, 2, 1, 12, 3));
        for (Trial trial : WholeRun.of(run)) {
            assertEquals(Outcome.FAILED, trial.outcome());
            assertEquals(12, trial.steps());
        }
        assertEquals(2 * 13, run.evaluations());
    }

    @Test
    void theBestImageIsKeptThoughWorseOnesFollow() {
        Hill hill = new Hill(1, true, 1);
        TrialRecord record = new TrialRecord(3, 0, 1);
        float[] seen = {0.9f, 0.3f, 0.6f};
        for (int step = 0; step < seen.length; step++) {
            float[] image = {seen[step]};
            record.see(step, hill, hill.judge(image, new int[] {0}, 1), image, 0, Threshold.ofScore(1));
        }
        record.fail();
        Trial trial = record.trial();
        assertEquals(Outcome.FAILED, trial.outcome());
        assertEquals(2, trial.steps());
        assertArrayEquals(new float[] {0.3f}, trial.image());
        assertEquals(Math.exp(-0.05 * 0.05), trial.bestScore(), 1e-6);
        assertEquals(Math.exp(-0.35 * 0.35), trial.score(), 1e-6);
    }

    @Test
    void whatTheGradientTreatsAsConstantDecidesOverSuccess() {
        Hill low = new Hill(9, true, 0.5);
        Trial trial = WholeRun.of(new GradientAttack(new PlainDescent(0.05))
                        .start(low, new FoolingSettings(List.of(1), 1, 0.9, 300, 3)))
                .get(0);
        assertEquals(Outcome.FAILED, trial.outcome());
        assertTrue(trial.bestScore() < 0.9, trial.toString());
        assertTrue(low.asked() > 100, "asked " + low.asked());
        Hill high = new Hill(9, true, 0.999);
        Trial good = WholeRun.of(new GradientAttack(new PlainDescent(0.05))
                        .start(high, new FoolingSettings(List.of(1), 1, 0.9, 300, 3)))
                .get(0);
        assertEquals(Outcome.FOOLED, good.outcome());
        assertEquals(1, high.asked());
    }

    @Test
    void trialsAreTheSameTogetherAndAlone() {
        List<Trial> many = attacked("mnist-cnn", GradientAttack.paper(), new FoolingSettings(DIGITS, 10, 0.9, 300, 5));
        List<Trial> few = attacked("mnist-cnn", GradientAttack.paper(), new FoolingSettings(DIGITS, 3, 0.9, 300, 5));
        List<Trial> one = attacked("mnist-cnn", GradientAttack.paper(), new FoolingSettings(DIGITS, 1, 0.9, 300, 5));
        for (Trial trial : few) {
            same(many.get(trial.number()), trial);
        }
        same(many.get(0), one.get(0));
    }

    /** Products of other sizes round otherwise, so up to the last digits. */
    private static void same(Trial expected, Trial actual) {
        assertEquals(expected.outcome(), actual.outcome());
        assertEquals(expected.steps(), actual.steps());
        assertEquals(expected.score(), actual.score(), 1e-3);
        assertArrayEquals(expected.image(), actual.image(), 1e-3f);
    }

    @Test
    void theSameSeedGivesTheSameTrialsBitForBitAndAnotherOneOthers() {
        for (Attack attack : List.of(
                GradientAttack.paper(),
                GradientAttack.paper(GeneratorStart.NOISE),
                GradientAttack.strong(),
                EvolutionAttack.of(new DirectEncoding()),
                EvolutionAttack.of(new CppnEncoding()))) {
            List<Trial> first = attacked("mnist-cnn", attack, new FoolingSettings(DIGITS, 3, 0.9, 8, 5));
            List<Trial> again = attacked("mnist-cnn", attack, new FoolingSettings(DIGITS, 3, 0.9, 8, 5));
            List<Trial> other = attacked("mnist-cnn", attack, new FoolingSettings(DIGITS, 3, 0.9, 8, 6));
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(first.get(i).image(), again.get(i).image(), 0);
                assertEquals(first.get(i).score(), again.get(i).score());
                assertFalse(Arrays.equals(first.get(i).image(), other.get(i).image()));
            }
            assertNotEquals(
                    Arrays.hashCode(first.get(0).image()),
                    Arrays.hashCode(first.get(1).image()));
        }
    }

    @Test
    void theShippedCnnIsFooledByPlainDescentAndByAdam() {
        for (Attack attack : List.of(GradientAttack.paper(), GradientAttack.strong())) {
            for (Trial trial : attacked("mnist-cnn", attack, new FoolingSettings(DIGITS, 10, 0.9, 400, 1))) {
                assertEquals(Outcome.FOOLED, trial.outcome(), attack + ", target " + trial.target());
            }
        }
    }

    @Test
    void theFirstImageIsWhatTheFirstTrialBeginsWith() {
        for (GeneratorStart start : GeneratorStart.values()) {
            GradientAttack attack = GradientAttack.strong(start);
            FoolingRun run = attack.start(new Hill(9, true, 1), new FoolingSettings(BOTH, 2, 0.99, 5, 31));
            assertArrayEquals(attack.firstImage(9, 31), run.present(0));
        }
    }

    @Test
    void twoHundredTrialsTakeMegabytesWhereTheirWeightsWouldTakeGigabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Hill hill = new Hill(ImageSettings.PIXELS, true, 1);
        FoolingRun run = GradientAttack.strong().start(hill, new FoolingSettings(BOTH, 200, 1, 5, 1));
        run.step();
        run.step();
        System.gc();
        long held = runtime.totalMemory() - runtime.freeMemory() - before;
        Reference.reachabilityFence(run);
        System.out.printf("200 trials hold %.1f MB%n", held / 1e6);
        // W and Adam's means of one trial alone are 784 x 785 x 3 floats, 7.4 MB.
        assertTrue(held < 40e6, held + " bytes");
        assertEquals(200, hill.mostAtOnce());
    }

    @Test
    void trialsThatEndedAreNotShownAgain() {
        Hill hill = new Hill(9, true, 1);
        FoolingRun run =
                new GradientAttack(new PlainDescent(0.02)).start(hill, new FoolingSettings(BOTH, 20, 0.9, 500, 3));
        List<Trial> trials = WholeRun.of(run);
        long shown = trials.stream().mapToLong(trial -> trial.steps() + 1L).sum();
        assertEquals(shown, run.evaluations());
        assertTrue(trials.stream().mapToInt(Trial::steps).distinct().count() > 1, "all took as long");
    }

    @Test
    void aVictimWithoutGradientAndUnknownTargetsAreRefusedAtOnce() {
        FoolingSettings settings = new FoolingSettings(BOTH, 2, 0.9, 5, 1);
        FoolingException refused = assertThrows(
                FoolingException.class, () -> GradientAttack.paper().start(new Hill(9, false, 1), settings));
        assertTrue(refused.getMessage().contains("gradient"), refused.getMessage());
        FoolingSettings unknown = new FoolingSettings(List.of(2), 2, 0.9, 5, 1);
        assertThrows(
                IllegalArgumentException.class, () -> GradientAttack.paper().start(new Hill(9, true, 1), unknown));
        assertThrows(
                IllegalArgumentException.class,
                () -> EvolutionAttack.of(new DirectEncoding()).start(new Hill(9, true, 1), unknown));
        assertThrows(IllegalArgumentException.class, () -> new FoolingSettings(BOTH, 2, 0, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new FoolingSettings(BOTH, 2, 1.01, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new FoolingSettings(List.of(), 2, 0.5, 5, 1));
    }

    @Test
    void aScoreThatIsNotANumberIsSaidAndNotCountedAsFailure() {
        ImageSettings settings = new ImageSettings(ImageArchitecture.CNN, 10, 1);
        try (ImageNetwork network = new ImageNetwork(settings)) {
            float[] parameters = network.parameters();
            Arrays.fill(parameters, Float.NaN);
            network.setParameters(parameters);
            try (ImageVictim victim = new ImageVictim(network, new MaxSoftmax().of(10))) {
                FoolingRun run = GradientAttack.paper().start(victim, new FoolingSettings(DIGITS, 1, 0.9, 5, 1));
                assertTrue(assertThrows(FoolingException.class, run::step)
                        .getMessage()
                        .contains("not a number"));
            }
        }
    }

    @Test
    void alphaOrBetaWithoutADecoderAreRefused() {
        try (ImageClassifier network = new ImageNetwork(new ImageSettings(ImageArchitecture.CNN, 10, 1))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ImageVictim(network, new FittedConfidence(784, 10, 1, 1, 0)));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ImageVictim(network, new FittedConfidence(784, 10, 1, 0, 1)));
            assertThrows(IllegalArgumentException.class, () -> new FittedConfidence(784, 10, 1, Double.NaN, 0));
        }
    }
}
