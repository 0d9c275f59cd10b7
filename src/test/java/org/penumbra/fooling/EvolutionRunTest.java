package org.penumbra.fooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.Models;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.encoding.Cppn;
import org.penumbra.fooling.encoding.Cppn.Node;
import org.penumbra.fooling.encoding.CppnEncoding;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.fooling.encoding.Encoding;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.net.image.ImageNetwork;

/** Evolution finds what it is bred for, by either encoding, without ever asking for a gradient. */
@Timeout(300)
class EvolutionRunTest {

    private static Encoding<?> encoding(String name) {
        return name.equals("cppn") ? new CppnEncoding() : new DirectEncoding();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "cppn"})
    void aKnownOptimumIsFoundWithoutAGradient(String name) {
        Hill hill = new Hill(16, false, 1);
        FoolingRun run =
                EvolutionAttack.of(encoding(name)).start(hill, new FoolingSettings(List.of(0, 1), 4, 0.98, 600, 2));
        for (Trial trial : WholeRun.of(run)) {
            assertEquals(Outcome.FOOLED, trial.outcome(), trial.toString());
            double distance = 0;
            for (float pixel : trial.image()) {
                distance += Math.pow(pixel - Hill.top(trial.target()), 2);
            }
            assertEquals(trial.score(), Math.exp(-distance), 1e-9);
            assertTrue(trial.steps() > 1, "found by chance");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "cppn"})
    void theShippedCnnIsFooledAndTheBestScoreNeverFalls(String name) {
        try (ImageNetwork network = Models.shipped("mnist-cnn").network();
                ImageVictim victim = new ImageVictim(network, new MaxSoftmax().of(10))) {
            FoolingRun run = EvolutionAttack.of(encoding(name))
                    .start(victim, new FoolingSettings(List.of(2, 3, 8), 3, 0.99, 400, 1));
            double best = 0;
            while (run.step()) {
                assertTrue(run.trial(0).bestScore() >= best);
                best = run.trial(0).bestScore();
            }
            for (Trial trial : run.trials()) {
                assertEquals(Outcome.FOOLED, trial.outcome(), name + ", target " + trial.target());
                double score = victim.judge(trial.image(), new int[] {trial.target()}, 1)
                        .score(0);
                assertEquals(trial.score(), score, 1e-5);
            }
        }
    }

    @Test
    void childrenAreShownInPiecesHoweverManyTrialsThereAre() {
        Hill hill = new Hill(16, false, 1);
        FoolingRun run =
                EvolutionAttack.of(new DirectEncoding()).start(hill, new FoolingSettings(List.of(0), 200, 1, 3, 2));
        List<Trial> trials = WholeRun.of(run);
        assertTrue(hill.mostAtOnce() <= 1000, "at once: " + hill.mostAtOnce());
        assertEquals(200 * 16 * 4, run.evaluations());
        for (Trial trial : trials) {
            assertEquals(Outcome.FAILED, trial.outcome());
            assertEquals(3, trial.steps());
        }
    }

    @Test
    void aDirectChildDiffersFromItsParentInAFewPixelsAndStaysInside() {
        SplittableRandom random = new SplittableRandom(4);
        DirectEncoding direct = new DirectEncoding();
        float[] parent = direct.first(784, random);
        int fewest = 784;
        int most = 0;
        for (int i = 0; i < 500; i++) {
            float[] kept = parent.clone();
            float[] child = direct.mutated(parent, random);
            assertArrayEquals(kept, parent);
            int changed = 0;
            for (int pixel = 0; pixel < 784; pixel++) {
                assertTrue(child[pixel] >= 0 && child[pixel] <= 1, "pixel " + child[pixel]);
                changed += child[pixel] == parent[pixel] ? 0 : 1;
            }
            fewest = Math.min(fewest, changed);
            most = Math.max(most, changed);
        }
        assertTrue(fewest >= 1 && fewest <= 3, "fewest " + fewest);
        assertTrue(most > 40 && most < 160, "most " + most);
    }

    @Test
    void aCppnGrowsWithoutEverReadingAheadAndAlwaysPaintsGrey() {
        SplittableRandom random = new SplittableRandom(5);
        CppnEncoding encoding = new CppnEncoding();
        Cppn network = encoding.first(784, random);
        float[] image = new float[784];
        float[] before = new float[784];
        int moved = 0;
        for (int i = 0; i < 500; i++) {
            network.draw(before, 0);
            network = encoding.mutated(network, random);
            int index = 0;
            for (Node node : network.nodes()) {
                int limit = Cppn.INPUTS + index++;
                assertEquals(node.sources().length, node.weights().length);
                assertTrue(Arrays.stream(node.sources()).allMatch(source -> source >= 0 && source < limit));
            }
            network.draw(image, 0);
            for (float pixel : image) {
                assertTrue(pixel >= 0 && pixel <= 1, "pixel " + pixel);
            }
            moved += Arrays.equals(image, before) ? 0 : 1;
        }
        assertTrue(moved > 300, "changed " + moved + " of 500 times");
        assertTrue(
                network.nodes().size() > 20 && network.nodes().size() <= 40,
                "nodes " + network.nodes().size());
    }

    @Test
    void aNodeInTheMiddleOfAConnectionReadsWhatTheConnectionRead() {
        Cppn plain = new Cppn(3, List.of(new Node(Cppn.Shape.LINEAR, new int[] {0, 3}, new double[] {2, 0.5})));
        Cppn longer = new Cppn(
                3,
                List.of(
                        new Node(Cppn.Shape.LINEAR, new int[] {0, 3}, new double[] {1, 0}),
                        new Node(Cppn.Shape.LINEAR, new int[] {4, 3}, new double[] {2, 0.5})));
        float[] expected = new float[9];
        float[] actual = new float[9];
        plain.draw(expected, 0);
        longer.draw(actual, 0);
        assertArrayEquals(expected, actual, 1e-7f);
        assertEquals(1 / (1 + Math.exp(1.5)), expected[0], 1e-6);
        assertEquals(1 / (1 + Math.exp(-2.5)), expected[2], 1e-6);
    }

    @Test
    void whatIsNoSquareCannotBePainted() {
        assertFalse(EvolutionAttack.of(new CppnEncoding()).needsGradient());
        FoolingRun run = EvolutionAttack.of(new CppnEncoding())
                .start(new Hill(15, false, 1), new FoolingSettings(List.of(0), 1, 0.9, 5, 1));
        assertThrows(IllegalArgumentException.class, run::step);
        assertThrows(IllegalArgumentException.class, () -> new EvolutionAttack(new DirectEncoding(), 0, 1));
    }
}
