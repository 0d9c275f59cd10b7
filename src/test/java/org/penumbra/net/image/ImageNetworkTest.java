package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.StepLosses;
import org.penumbra.net.stock.StockImageNetwork;

class ImageNetworkTest {

    private static final long SEED = 20_261_124;
    /** For batches that are complete already. */
    private static final ImageTrainer.Preparation PREPARED = (from, rows) -> {};

    static List<ImageSettings> settings() {
        return List.of(
                new ImageSettings(ImageArchitecture.CNN, 10, 1),
                new ImageSettings(ImageArchitecture.COOL, 10, 5),
                new ImageSettings(ImageArchitecture.DAE_SYM, 10, 1),
                new ImageSettings(ImageArchitecture.DAE_ASYM, 10, 1));
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
                    trainer.gradient(new ImageBatch(labels, clean, corrupted, null), PREPARED, 5);
                    assertGradient(network.blocks(), expected, trainer.lastGradient());
                }
            }
        }
    }

    /** Dropout's mask at the head is, for one image, a head whose weights are multiplied by it. */
    @ParameterizedTest
    @MethodSource("settings")
    void aMaskedHeadHasTheGradientOfAHeadWithMaskedWeights(ImageSettings settings) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        float[] parameters = new PlainImageNetwork(settings).randomParameters(random);
        int count = 3;
        float[] images = PlainImageNetwork.randomImages(random, count);
        float[] mask = new float[count * 400];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextInt(3) == 0 ? 0 : 1.5f;
        }
        int[] labels = {4, 0, 9};
        ParameterBlock head;
        float[] expected = new float[parameters.length];
        try (ImageNetwork network = new ImageNetwork(settings);
                ImageTrainer one = new ImageTrainer(network, 1, 1)) {
            head = network.blocks().stream()
                    .filter(b -> b.name().equals("head/weights"))
                    .findFirst()
                    .orElseThrow();
            for (int row = 0; row < count; row++) {
                float[] masked = parameters.clone();
                multiplyHead(masked, head, mask, row);
                network.setParameters(masked);
                float[] image = Arrays.copyOfRange(images, row * 784, (row + 1) * 784);
                one.gradient(new ImageBatch(new int[] {labels[row]}, image, image, null), PREPARED, 5);
                float[] gradient = one.lastGradient();
                multiplyHead(gradient, head, mask, row);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] += gradient[i] / count;
                }
            }
            network.setParameters(parameters);
            for (int lanes = 1; lanes <= 2; lanes++) {
                try (ImageTrainer trainer = new ImageTrainer(network, count, lanes)) {
                    trainer.gradient(new ImageBatch(labels, images, images, mask), PREPARED, 5);
                    assertGradient(network.blocks(), expected, trainer.lastGradient());
                }
            }
        }
    }

    private static void multiplyHead(float[] values, ParameterBlock head, float[] mask, int row) {
        int units = head.size() / 400;
        for (int i = 0; i < head.size(); i++) {
            values[head.from() + i] *= mask[row * 400 + i / units];
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void gradientAtThePixelsIsTheSlopeOfThePlainLoss(ImageSettings settings) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        PlainImageNetwork plain = new PlainImageNetwork(settings);
        float[] parameters = plain.randomParameters(random);
        plain.setParameters(parameters);
        int count = 3;
        float[] images = PlainImageNetwork.randomImages(random, count);
        int[] labels = {4, 0, 9};
        float[] pixels = new float[count * 784];
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.setParameters(parameters);
            try (ImageLane lane = new ImageLane(settings, network.layout(), network.liveParameters(), count, true)) {
                lane.forward(images, 0, count);
                if (settings.architecture().reconstructs()) {
                    Arrays.fill(lane.reconstructionGradient().values(), 0f);
                }
                for (int row = 0; row < count; row++) {
                    network.classScores()
                            .loss(
                                    lane.logits().values(),
                                    row * settings.units(),
                                    labels[row],
                                    1f / count,
                                    lane.logitsGradient().values());
                }
                lane.backward(count, null, 0, false, pixels, 0);
            }
        }
        double largest = 0;
        for (float value : pixels) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int n = 0; n < 30; n++) {
            int pixel = random.nextInt(pixels.length);
            float kept = images[pixel];
            images[pixel] = kept + 1f / (1 << 20);
            double step = images[pixel];
            double above = plain.losses(images, images, labels, count).classification();
            images[pixel] = kept - 1f / (1 << 20);
            step -= images[pixel];
            double below = plain.losses(images, images, labels, count).classification();
            images[pixel] = kept;
            assertEquals((above - below) / step, pixels[pixel], 1e-3 * largest, "pixel " + pixel);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void oneStepRaisesTheScoreOfTheTrueClass(ImageSettings settings) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        float[] parameters = new PlainImageNetwork(settings).randomParameters(random);
        float[] image = PlainImageNetwork.randomImages(random, 1);
        try (ImageNetwork network = new ImageNetwork(settings)) {
            for (int label = 0; label < 10; label += 3) {
                network.setParameters(parameters);
                float before = network.respond(image, 1).scores()[label];
                try (ImageTrainer trainer = new ImageTrainer(network, 1, 1)) {
                    double loss = trainer.gradient(new ImageBatch(new int[] {label}, image, image, null), PREPARED, 5)
                            .total(5);
                    trainer.update(1e-4);
                    float after = network.respond(image, 1).scores()[label];
                    assertTrue(after > before, "class " + label + ": from " + before + " to " + after);
                    double next = trainer.gradient(new ImageBatch(new int[] {label}, image, image, null), PREPARED, 5)
                            .total(5);
                    assertTrue(next < loss, "class " + label + ": loss from " + loss + " to " + next);
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
        try (ImageNetwork network = new ImageNetwork(settings);
                ImageTrainer trainer = new ImageTrainer(network, count, 2)) {
            network.initialise(SEED);
            StepLosses first = null;
            StepLosses last = null;
            for (int step = 0; step < 150; step++) {
                last = trainer.gradient(new ImageBatch(labels, images, images, null), PREPARED, 5);
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
