package org.penumbra.net.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.OnOff;
import org.penumbra.confidence.PlaneMetrics;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.layer.Activation;

class PlaneTrainingTest {

    static PlaneSetup rings(long seed, Activation activation, double learningRate) {
        return new PlaneSetup(
                new Rings(0.6, 0.1, List.of(new Position(-1, 1), new Position(1, 1), new Position(1, -1))),
                3000,
                new DenseSettings(List.of(64, 64), activation),
                new PlaneTrainingSettings(learningRate, 0.15, 10, 128),
                seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void confidenceKnowsWhereTheRingsAre(long seed) {
        try (PlaneTraining training = new PlaneTraining(rings(seed, Activation.RELU, 1e-3))) {
            for (int i = 0; i < 6000; i++) {
                training.step();
            }
            Grid grid = new Grid(PlaneRegion.STANDARD, 200, 200);
            PlaneMetrics metrics = PlaneMetrics.of(
                    OnOff.of(grid, training.setup().data()),
                    training.respond(grid.points(), grid.size()),
                    training.hollows(),
                    new ConfidenceSettings(20, 2, 0.5));
            System.out.println("seed " + seed + ": " + metrics);
            assertTrue(training.accuracy() > 0.999, "accuracy " + training.accuracy());
            assertTrue(metrics.aurocWithoutGamma() >= 0.99, metrics.toString());
            assertTrue(metrics.aurocWithGamma() >= 0.998, metrics.toString());
            assertTrue(metrics.aurocWithGamma() > metrics.aurocWithoutGamma(), metrics.toString());
            assertTrue(metrics.meanGammaOn() < 0, metrics.toString());
            assertEquals(3, metrics.gammaAtHollows().length);
            assertTrue(
                    Arrays.stream(metrics.gammaAtHollows()).allMatch(gamma -> gamma > 0.2),
                    Arrays.toString(metrics.gammaAtHollows()));
            assertTrue(metrics.offAnsweredByY() > 0.9 && metrics.offAnsweredByScaled() < 0.05, metrics.toString());
        }
    }

    @Test
    void theSameSeedGivesTheSameWeightsBitForBit() {
        float[] first = after(500, 17, false);
        assertArrayEquals(first, after(500, 17, false));
        assertArrayEquals(first, after(500, 17, true), "looking at the fields must not change the run");
        assertFalse(Arrays.equals(first, after(500, 18, false)));
    }

    private static float[] after(int steps, long seed, boolean look) {
        Grid grid = new Grid(PlaneRegion.STANDARD, 60, 60);
        try (PlaneTraining training = new PlaneTraining(rings(seed, Activation.RELU, 1e-3))) {
            for (int i = 0; i < steps; i++) {
                training.step();
                if (look && i % 7 == 0) {
                    training.respond(grid.points(), grid.size());
                    training.accuracy();
                }
            }
            return training.parameters();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "TANH", "SIGMOID"})
    void aLearningRateOf100EndsWithWhatToTry(Activation activation) {
        try (PlaneTraining training = new PlaneTraining(rings(1, activation, 100))) {
            DivergenceException failure = assertThrows(DivergenceException.class, () -> {
                for (int i = 0; i < 2000; i++) {
                    training.step();
                }
            });
            assertTrue(failure.getMessage().contains("learning rate was 100"), failure.getMessage());
            assertTrue(failure.getMessage().contains("Try a learning rate of 0.001"), failure.getMessage());
            Divergence what = failure.divergence();
            assertEquals(training.steps() + 1, what.step());
            assertEquals(100, what.learningRate());
            assertEquals(training.settings().sigma(), what.sigma());
            assertEquals(training.settings().lambda(), what.lambda());
            assertFalse(what.loss() <= 1e4 * what.firstLoss(), what::toString);
            float[] kept = training.parameters();
            for (float value : kept) {
                assertTrue(Float.isFinite(value));
            }
        }
    }

    @Test
    void aLossThatIsNotANumberIsNamed() {
        // After one step of 1000 every layer multiplies its inputs by about a million.
        PlaneSetup setup = new PlaneSetup(
                new Rings(0.6, 0.1, List.of(new Position(-1e6, 1e6), new Position(1e6, -1e6))),
                3000,
                new DenseSettings(List.of(512, 512, 512, 512), Activation.RELU),
                new PlaneTrainingSettings(1000, 0.15, 1e6, 128),
                1);
        try (PlaneTraining training = new PlaneTraining(setup)) {
            training.step();
            DivergenceException failure = assertThrows(DivergenceException.class, training::step);
            Divergence what = failure.divergence();
            assertEquals(2, what.step());
            assertFalse(Double.isFinite(what.loss()), what::toString);
            assertTrue(
                    failure.getMessage().contains("infinite")
                            || failure.getMessage().contains("NaN"),
                    failure.getMessage());
        }
    }

    @Test
    void settingsChangeFromTheNextStepOn() {
        PlaneSetup setup = rings(3, Activation.RELU, 1e-3);
        try (PlaneTraining training = new PlaneTraining(setup)) {
            float[] start = training.parameters();
            training.settings(setup.training().withLearningRate(1e-12));
            training.step();
            float[] after = training.parameters();
            double moved = 0;
            for (int i = 0; i < start.length; i++) {
                moved = Math.max(moved, Math.abs(after[i] - start[i]));
            }
            assertTrue(moved < 1e-9, "moved by " + moved);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> training.settings(new PlaneTrainingSettings(1e-3, 0.1, 10, 64)));
        }
    }

    @Test
    void theJointLossAndItsGradientAgreeWithDifferences() {
        DenseSettings shape = new DenseSettings(List.of(6, 5), Activation.TANH);
        Random random = new Random(4);
        int rows = 20;
        float[] clean = new float[2 * rows];
        float[] corrupted = new float[2 * rows];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (float) random.nextGaussian();
            corrupted[i] = (float) (clean[i] + 0.3 * random.nextGaussian());
        }
        int[] labels = random.ints(rows, 0, 3).toArray();
        try (DenseNetwork network = new DenseNetwork(2, 3, shape, Activation.IDENTITY);
                PlaneTrainer trainer = new PlaneTrainer(network, rows)) {
            network.initialise(2);
            trainer.gradient(clean, corrupted, labels, rows, 10);
            float[] gradient = network.gradient().values().clone();
            float[] weights = network.parameters();
            for (int i = 0; i < weights.length; i++) {
                float kept = weights[i];
                weights[i] = kept + 5e-3f;
                network.setParameters(weights);
                double up = trainer.gradient(clean, corrupted, labels, rows, 10).total(10);
                weights[i] = kept - 5e-3f;
                network.setParameters(weights);
                double down =
                        trainer.gradient(clean, corrupted, labels, rows, 10).total(10);
                weights[i] = kept;
                assertEquals((up - down) / 1e-2, gradient[i], 2e-2 * (0.1 + Math.abs(gradient[i])), "parameter " + i);
            }
        }
    }
}
