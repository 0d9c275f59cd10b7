package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageNetworkTest {

    private static final long SEED = 20_261_124;

    static List<ImageSettings> settings() {
        return List.of(new ImageSettings(ImageArchitecture.CNN, 10, 1), new ImageSettings(ImageArchitecture.COOL, 10, 5),
                new ImageSettings(ImageArchitecture.DAE_SYM, 10, 1), new ImageSettings(ImageArchitecture.DAE_ASYM, 10, 1));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void answersLikeThePlainNetwork(ImageSettings settings) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        PlainImageNetwork plain = new PlainImageNetwork(settings);
        float[] parameters = plain.randomParameters(random);
        plain.setParameters(parameters);
        int count = 19;
        float[] images = PlainImageNetwork.randomImages(random, count);
        PlainImageNetwork.Outputs expected = plain.forward(images, count);
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.setParameters(parameters);
            ImageResponse response = network.respond(images, count);
            assertClose("logits", expected.logits(), response.logits(), 2e-5);
            assertClose("reconstructions", expected.reconstructions(), response.reconstructions(), 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void gradientIsThatOfTheStockLayers(ImageSettings settings) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        float[] parameters = new PlainImageNetwork(settings).randomParameters(random);
        int count = 21;
        float[] clean = PlainImageNetwork.randomImages(random, count);
        float[] corrupted = PlainImageNetwork.randomImages(random, count);
        int[] labels = random.ints(count, 0, 10).toArray();
        try (ImageNetwork network = new ImageNetwork(settings);
             StockImageNetwork stock = new StockImageNetwork(settings, 1e-3, 5)) {
            network.setParameters(parameters);
            stock.setParameters(parameters);
            float[] expected = stock.gradient(clean, corrupted, labels, count);
            for (int lanes = 1; lanes <= 3; lanes++) {
                try (ImageTrainer trainer = new ImageTrainer(network, count, lanes)) {
                    trainer.gradient((from, rows) -> { }, clean, corrupted, null, labels, count, 5);
                    assertGradient(network.blocks(), expected, trainer.lastGradient());
                }
            }
        }
    }

    private static void assertGradient(List<ParameterBlock> blocks, float[] expected, float[] actual) {
        for (ParameterBlock block : blocks) {
            double largest = 0;
            double worst = 0;
            for (int i = block.from(); i < block.from() + block.size(); i++) {
                largest = Math.max(largest, Math.abs(expected[i]));
                worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
            }
            assertTrue(worst <= 1e-4 * largest, block.name() + ": off by " + worst + " of " + largest);
        }
    }

    private static void assertClose(String what, double[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, what + " " + i);
        }
    }

    @Test
    void fewStepsLearnRandomLabels() {
        ImageSettings settings = new ImageSettings(ImageArchitecture.DAE_SYM, 10, 1);
        int count = 16;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), count);
        int[] labels = new Random(SEED).ints(count, 0, 10).toArray();
        try (ImageNetwork network = new ImageNetwork(settings); ImageTrainer trainer = new ImageTrainer(network, count, 2)) {
            network.initialise(SEED);
            StepLosses first = null;
            StepLosses last = null;
            for (int step = 0; step < 150; step++) {
                last = trainer.gradient((from, rows) -> { }, images, images, null, labels, count, 5);
                first = first == null ? last : first;
                trainer.update(1e-3);
            }
            assertTrue(last.classification() < 0.05 * first.classification(), "from " + first + " to " + last);
            assertTrue(last.reconstruction() < first.reconstruction(), "from " + first + " to " + last);
            ImageResponse response = network.respond(images, count);
            for (int row = 0; row < count; row++) {
                assertEquals(labels[row], response.answer(row), "image " + row);
            }
        }
    }
}
