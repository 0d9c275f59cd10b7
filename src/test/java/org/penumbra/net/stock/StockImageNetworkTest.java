package org.penumbra.net.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageLayout;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.PlainImageNetwork;

/** The networks of DL4J's stock layers against the plain ones: the same answers, losses and gradients. */
class StockImageNetworkTest {

    private static final int COUNT = 3;
    private static final double LAMBDA = 5;
    private static final int[] LABELS = {2, 0, 9};
    private static final long SEED = 20;

    private final Random random = new Random(SEED);
    private final float[] clean = PlainImageNetwork.randomImages(random, COUNT);
    private final float[] corrupted = PlainImageNetwork.randomImages(random, COUNT);

    @ParameterizedTest
    @EnumSource
    void answersAndLossesAreThoseOfThePlainNetwork(ImageArchitecture architecture) {
        PlainImageNetwork plain = plain(architecture);
        try (StockImageNetwork stock = twin(plain, architecture)) {
            var expected = plain.forward(corrupted, COUNT);
            var answers = stock.respond(corrupted, COUNT);
            assertClose(expected.probabilities(), answers.probabilities(), 2e-6);
            assertClose(expected.reconstructions(), answers.reconstructions(), 2e-6);
            StepLosses wanted = plain.losses(clean, corrupted, LABELS, COUNT);
            StepLosses losses = stock.step(clean, corrupted, LABELS, COUNT);
            assertEquals(wanted.classification(), losses.classification(), 1e-5, "cross-entropy, seed " + SEED);
            assertEquals(wanted.reconstruction(), losses.reconstruction(), 1e-6, "squared error, seed " + SEED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfEveryBlockAreTheSlopesOfThePlainLoss(ImageArchitecture architecture) {
        PlainImageNetwork plain = plain(architecture);
        try (StockImageNetwork stock = twin(plain, architecture)) {
            float[] gradient = stock.gradient(clean, corrupted, LABELS, COUNT);
            for (ParameterBlock block : plain.blocks()) {
                for (int index : chosen(block, gradient)) {
                    double slope = slope(plain, index);
                    assertEquals(
                            slope,
                            gradient[index],
                            1e-6 + 2e-4 * Math.abs(slope),
                            architecture.id() + ", " + block.name() + " at " + (index - block.from()) + ", seed "
                                    + SEED);
                }
            }
        }
    }

    /** The steepest parameter of a block, so that a block with no gradient is seen, and two at random. */
    private List<Integer> chosen(ParameterBlock block, float[] gradient) {
        int steepest = block.from();
        for (int i = block.from(); i < block.from() + block.size(); i++) {
            steepest = Math.abs(gradient[i]) > Math.abs(gradient[steepest]) ? i : steepest;
        }
        assertTrue(Math.abs(gradient[steepest]) > 1e-4, block.name() + " has no gradient, seed " + SEED);
        List<Integer> chosen = new ArrayList<>(List.of(steepest));
        for (int i = 0; i < 2; i++) {
            chosen.add(block.from() + random.nextInt(block.size()));
        }
        return chosen;
    }

    private double slope(PlainImageNetwork plain, int index) {
        double step = 1e-6;
        double value = plain.parameters()[index];
        plain.parameters()[index] = value + step;
        double above = plain.losses(clean, corrupted, LABELS, COUNT).total(LAMBDA);
        plain.parameters()[index] = value - step;
        double below = plain.losses(clean, corrupted, LABELS, COUNT).total(LAMBDA);
        plain.parameters()[index] = value;
        return (above - below) / (2 * step);
    }

    @ParameterizedTest
    @EnumSource
    void parametersComeBackAsTheyWereSet(ImageArchitecture architecture) {
        PlainImageNetwork plain = plain(architecture);
        List<ParameterBlock> blocks = new ImageLayout(settings(architecture)).blocks();
        assertEquals(plain.blocks(), blocks);
        try (StockImageNetwork stock = new StockImageNetwork(settings(architecture), 1e-3, LAMBDA)) {
            float[] values = plain.randomParameters(random);
            stock.setParameters(values);
            assertArrayEquals(values, stock.parameters());
        }
    }

    @Test
    void stepsOfAdamLowerTheLossAndMoveByTheLearningRate() {
        PlainImageNetwork plain = plain(ImageArchitecture.DAE_ASYM);
        try (StockImageNetwork stock = twin(plain, ImageArchitecture.DAE_ASYM)) {
            float[] before = stock.parameters();
            float[] gradient = stock.gradient(clean, corrupted, LABELS, COUNT);
            double first = stock.step(clean, corrupted, LABELS, COUNT).total(LAMBDA);
            float[] after = stock.parameters();
            for (int i = 0; i < before.length; i++) {
                if (Math.abs(gradient[i]) > 1e-3) {
                    // Adam's first step is the learning rate against the gradient's sign, up to its epsilon.
                    assertEquals(-1e-3 * Math.signum(gradient[i]), after[i] - before[i], 1e-6, "parameter " + i);
                }
            }
            for (int i = 0; i < 9; i++) {
                stock.step(clean, corrupted, LABELS, COUNT);
            }
            double last = stock.step(clean, corrupted, LABELS, COUNT).total(LAMBDA);
            assertTrue(last < 0.7 * first, "loss " + first + ", ten steps later " + last + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void dl4jAloneOpensAnExportedNetwork(ImageArchitecture architecture, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("network.zip");
        try (StockImageNetwork stock = twin(plain(architecture), architecture)) {
            try (OutputStream stream = Files.newOutputStream(file)) {
                stock.exportTo(stream);
            }
            ComputationGraph graph = ComputationGraph.load(file.toFile(), false);
            assertFalse(graph.getConfiguration().toJson().contains("penumbra"), "names classes of ours");
            INDArray[] result = graph.output(Nd4j.createFromArray(corrupted).reshape('c', COUNT, 1, 28, 28));
            var answers = stock.respond(corrupted, COUNT);
            assertArrayEquals(answers.probabilities(), result[0].dup('c').data().asFloat(), 1e-7f);
            if (architecture.reconstructs()) {
                assertArrayEquals(
                        answers.reconstructions(), result[1].dup('c').data().asFloat(), 1e-7f);
            }
            graph.close();
        }
    }

    @Test
    void parametersOfAnotherNetworkAreRefused() {
        try (StockImageNetwork stock = new StockImageNetwork(settings(ImageArchitecture.CNN), 1e-3, LAMBDA)) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> stock.setParameters(new float[7]));
            assertEquals("this network has 466106 parameters, but got 7", refusal.getMessage());
        }
    }

    private static ImageSettings settings(ImageArchitecture architecture) {
        return new ImageSettings(architecture, 10, architecture == ImageArchitecture.COOL ? 5 : 1);
    }

    private PlainImageNetwork plain(ImageArchitecture architecture) {
        PlainImageNetwork plain = new PlainImageNetwork(settings(architecture));
        plain.setParameters(plain.randomParameters(random));
        return plain;
    }

    /** DL4J's network with the parameters of the plain one. */
    private static StockImageNetwork twin(PlainImageNetwork plain, ImageArchitecture architecture) {
        StockImageNetwork stock = new StockImageNetwork(settings(architecture), 1e-3, LAMBDA);
        float[] values = new float[plain.parameters().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) plain.parameters()[i];
        }
        stock.setParameters(values);
        return stock;
    }

    private static void assertClose(double[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, "number " + i + ", seed " + SEED);
        }
    }
}
