package org.penumbra.net.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageBatch;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.StepEngine;
import org.penumbra.net.image.StepTaker;

/** DL4J's layers take the steps of a run that is the same in all else: its losses are those of our own layers. */
@Timeout(240)
class StockStepTakerTest {

    private static final ImageSet IMAGES = new BuiltInDigits(120, 10, 3).make().training();
    private static final int BATCH = 16;
    private static final int STEPS = 6;
    /** Relative; a loss in single precision is known to some 1e-6, and a few steps magnify that. */
    private static final double CLOSE = 1e-4;

    private static ImageSettings shape(ImageArchitecture architecture) {
        return new ImageSettings(architecture, 10, architecture == ImageArchitecture.COOL ? 5 : 1);
    }

    private static ImageTrainingSettings settings(double clutter, double lambda, double dropout) {
        return new ImageTrainingSettings(
                7, 1e-3, LearningRateSchedule.WARM_COSINE, 0.1, clutter, lambda, dropout, BATCH, 2, 0);
    }

    static Stream<Arguments> everyLossOfEveryArchitecture() {
        return Stream.of(ImageArchitecture.values())
                .flatMap(one -> Stream.of(
                        Arguments.of(one, settings(0, 5, 0)),
                        Arguments.of(one, settings(0.4, 5, 0.5)),
                        Arguments.of(one, settings(0, 0, 0.3))));
    }

    @ParameterizedTest
    @MethodSource("everyLossOfEveryArchitecture")
    void theLossesOfTheFirstStepsAreThoseOfOurOwnLayers(
            ImageArchitecture architecture, ImageTrainingSettings settings) {
        try (ImageTraining ours = new ImageTraining(shape(architecture), settings, IMAGES, 2);
                ImageTraining stock = stock(architecture, settings)) {
            for (int step = 1; step <= STEPS; step++) {
                StepLosses expected = ours.step();
                StepLosses losses = stock.step();
                String where = architecture.id() + ", step " + step + ", " + settings;
                assertClose(expected.classification(), losses.classification(), where);
                assertClose(expected.reconstruction(), losses.reconstruction(), where);
            }
            // In the mean; where a gradient is next to 0, its rounding decides which way Adam goes.
            assertTrue(
                    distance(ours.network().parameters(), stock.network().parameters()) < 1e-5,
                    architecture.id() + ": the weights differ by "
                            + distance(
                                    ours.network().parameters(), stock.network().parameters()));
        }
    }

    private static void assertClose(double expected, double actual, String where) {
        assertEquals(expected, actual, CLOSE * Math.abs(expected), where);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static ImageTraining stock(ImageArchitecture architecture, ImageTrainingSettings settings) {
        return new ImageTraining(shape(architecture), settings, IMAGES, 1, StockStepTaker.factory());
    }

    @ParameterizedTest
    @EnumSource(names = {"COOL", "DAE_SYM"})
    void aRunThatGoesOnIsTheUnbrokenOne(ImageArchitecture architecture) {
        ImageTrainingSettings settings = settings(0.2, 5, 0.3);
        try (ImageTraining whole = stock(architecture, settings);
                ImageTraining first = stock(architecture, settings);
                ImageTraining second = stock(architecture, settings)) {
            for (int step = 0; step < 5; step++) {
                whole.step();
                if (step < 3) {
                    first.step();
                }
            }
            second.resume(3, first.network().parameters(), first.mean(), first.variance());
            assertArrayEquals(first.mean(), second.mean());
            assertArrayEquals(first.variance(), second.variance());
            while (second.steps() < 5) {
                second.step();
            }
            assertArrayEquals(whole.network().parameters(), second.network().parameters(), 1e-6f);
        }
    }

    @Test
    void theStateOfAdamIsInOurOrder() {
        ImageTrainingSettings settings = settings(0, 5, 0);
        try (ImageTraining ours = new ImageTraining(shape(ImageArchitecture.DAE_SYM), settings, IMAGES, 2);
                ImageTraining stock = stock(ImageArchitecture.DAE_SYM, settings)) {
            ours.step();
            stock.step();
            assertArrayEquals(ours.mean(), stock.mean(), 1e-6f);
            assertArrayEquals(ours.variance(), stock.variance(), 1e-8f);
            assertTrue(distance(ours.mean(), new float[ours.mean().length]) > 1e-6, "there is a gradient");
        }
    }

    @Test
    void aStepIsTheOneThatDl4jsFitTakes() {
        ImageTrainingSettings settings =
                new ImageTrainingSettings(7, 1e-3, LearningRateSchedule.CONSTANT, 0, 0, 5, 0, BATCH, 2, 0);
        ImageSettings shape = shape(ImageArchitecture.DAE_ASYM);
        try (ImageTraining stock = stock(ImageArchitecture.DAE_ASYM, settings);
                StockImageNetwork fitted = new StockImageNetwork(shape, 1e-3, 5)) {
            fitted.setParameters(stock.network().parameters());
            Recorded recorded = new Recorded();
            try (ImageTraining watched = new ImageTraining(shape, settings, IMAGES, 1, recorded)) {
                watched.step();
            }
            StepLosses expected = fitted.step(recorded.clean, recorded.clean, recorded.labels, BATCH);
            StepLosses losses = stock.step();
            assertClose(expected.classification(), losses.classification(), "cross-entropy");
            assertClose(expected.reconstruction(), losses.reconstruction(), "squared error");
            float[] expectedWeights = fitted.parameters();
            float[] weights = stock.network().parameters();
            float[] mean = stock.mean();
            int compared = 0;
            for (int i = 0; i < weights.length; i++) {
                // They differ in epsilon alone, which counts where a gradient is next to 0.
                if (Math.abs(mean[i]) > 1e-4) {
                    assertEquals(expectedWeights[i], weights[i], 1e-6, "parameter " + i);
                    compared++;
                }
            }
            assertTrue(compared > 1000, compared + " parameters have a gradient");
        }
    }

    /** Takes no step, but remembers what it was shown. */
    private static final class Recorded implements StepTaker.Factory {

        private float[] clean;
        private int[] labels;

        @Override
        public StepEngine engine() {
            return StepEngine.PENUMBRA;
        }

        @Override
        public StepTaker begin(ImageNetwork network, ImageTrainingSettings settings, int lanes) {
            return new StepTaker() {
                @Override
                public StepLosses gradient(ImageBatch batch, Preparation preparation, double lambda) {
                    preparation.prepare(0, batch.count());
                    clean = batch.clean().clone();
                    labels = batch.labels().clone();
                    return new StepLosses(1, 1);
                }

                @Override
                public void update(double learningRate) {}

                @Override
                public void settle() {}

                @Override
                public float[] mean() {
                    return new float[0];
                }

                @Override
                public float[] variance() {
                    return new float[0];
                }

                @Override
                public void resume(long steps, float[] mean, float[] variance) {}

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aStepWhoseLossIsNoNumberIsNotTaken() {
        try (ImageTraining stock = stock(ImageArchitecture.DAE_ASYM, settings(0, 5, 0))) {
            float[] weights = stock.network().parameters();
            float[] zeros = new float[weights.length];
            stock.network().blocks().stream()
                    .filter(block -> block.name().equals("head/biases"))
                    .forEach(block -> weights[block.from()] = Float.NaN);
            stock.resume(1, weights, zeros, zeros);
            DivergenceException diverged = assertThrows(DivergenceException.class, stock::step);
            assertEquals(2, diverged.divergence().step());
            assertEquals(1, stock.steps());
            assertArrayEquals(weights, stock.network().parameters());
            assertArrayEquals(zeros, stock.mean());
        }
    }

    @Test
    void aNetworkOfAnotherShapeIsNotGoneOnWith() {
        try (ImageTraining stock = stock(ImageArchitecture.CNN, settings(0, 0, 0))) {
            assertThrows(
                    IllegalArgumentException.class, () -> stock.resume(1, new float[3], new float[3], new float[3]));
        }
    }
}
