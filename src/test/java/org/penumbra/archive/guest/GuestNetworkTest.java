package org.penumbra.archive.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.kit.StockGuests;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputGradient;
import org.penumbra.net.InputObjective;
import org.penumbra.net.guest.GuestContent;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.guest.PixelLayout;
import org.penumbra.net.guest.PixelRange;
import org.penumbra.net.guest.PixelScale;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageCurvature;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.PixelCurvature;
import org.penumbra.net.image.PixelGradient;
import org.penumbra.net.stock.StockImageNetwork;

/** Guests against what DL4J itself answers, their slopes against differences. */
@Timeout(240)
class GuestNetworkTest {

    private static final int PIXELS = 784;
    private static final long SEED = 20_261_128;

    @TempDir
    private static Path folder;

    private static float[] images(int count) {
        Random random = new Random(SEED);
        float[] images = new float[count * PIXELS];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextInt(3) == 0 ? random.nextFloat() : 0;
        }
        return images;
    }

    private static GuestModel guest(org.deeplearning4j.nn.api.Model network) {
        GuestContent content = GuestArchive.read(StockGuests.write(network, folder.resolve("guest.zip")));
        return GuestModel.of(
                "guest.zip", content, GuestReading.guess(content, "guest.zip").reading());
    }

    private static GuestModel with(GuestModel model, GuestReading reading) {
        return GuestModel.of(model.name(), model.content(), reading);
    }

    /** Images as DL4J is given them. */
    private static INDArray given(float[] images, GuestReading reading) {
        float[] scaled = new float[images.length];
        for (int i = 0; i < images.length; i++) {
            scaled[i] = (float)
                    (reading.pixels().factor() * images[i] + reading.pixels().offset());
        }
        int count = images.length / PIXELS;
        return switch (reading.layout()) {
            case FLAT -> Nd4j.create(scaled, new int[] {count, PIXELS}, 'c');
            case CHANNEL_FIRST -> Nd4j.create(scaled, new int[] {count, 1, 28, 28}, 'c');
            case CHANNEL_LAST -> Nd4j.create(scaled, new int[] {count, 28, 28, 1}, 'c');
        };
    }

    private static float[] numbers(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    private static void assertScoresAreThoseOf(INDArray expected, ImageResponse response) {
        assertArrayEquals(numbers(expected), response.scores(), 1e-5f);
        float spread = response.scores()[0] - response.scores()[1];
        assertTrue(Math.abs(spread) > 1e-4, "nothing to see: " + Arrays.toString(response.scores()));
    }

    @Test
    void leNetAnswersAsInDl4jAndOneAnswerTakesLessThanATenthOfASecond() {
        MultiLayerNetwork network = StockGuests.leNet();
        GuestModel model = guest(network);
        assertEquals(PixelLayout.FLAT, model.reading().layout());
        assertEquals(500, model.shape().code());
        assertFalse(model.shape().reconstructs());
        float[] images = images(70);
        try (ImageClassifier guest = model.network()) {
            float[] codes = new float[70 * 500];
            ImageResponse response = guest.respond(images, 70, codes);
            assertScoresAreThoseOf(network.output(given(images, model.reading())), response);
            assertArrayEquals(
                    numbers(network.feedForward(given(images, model.reading())).get(5)), codes, 1e-5f);
            assertEquals(0, response.errors().length);
            float[] one = Arrays.copyOf(images, PIXELS);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                assertArrayEquals(
                        Arrays.copyOf(response.logits(), 10),
                        guest.respond(one, 1).logits(),
                        1e-5f);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf("one answer of LeNet: %.1f ms%n", best / 1e6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGraphAnswersAsInDl4jWhateverTheRangeOfItsPixels(PixelRange range) {
        ComputationGraph network = StockGuests.tinyGraph();
        GuestModel guessed = guest(network);
        assertEquals("classes", guessed.reading().softmax());
        assertEquals("reconstruction", guessed.reading().reconstruction());
        assertEquals("half", guessed.reading().code());
        float[] images = images(5);
        for (boolean dark : new boolean[] {false, true}) {
            PixelScale scale = new PixelScale(range, dark, 0.13, 0.31);
            GuestModel model = with(guessed, guessed.reading().withPixels(scale, PixelScale.of(PixelRange.UNIT, dark)));
            try (ImageClassifier guest = model.network()) {
                INDArray[] expected = network.output(false, given(images, model.reading()));
                ImageResponse response = guest.respond(images, 5);
                assertArrayEquals(numbers(expected[1]), response.scores(), 1e-5f);
                float[] made = numbers(expected[0]);
                for (int i = 0; i < made.length; i++) {
                    made[i] = dark ? 1 - made[i] : made[i];
                }
                assertArrayEquals(made, response.reconstructions(), 1e-5f);
                assertEquals(distance(made, images, 3), response.errors()[3], 1e-4);
            }
        }
    }

    private static double distance(float[] a, float[] b, int row) {
        double sum = 0;
        for (int i = row * PIXELS; i < (row + 1) * PIXELS; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @EnumSource(names = {"NCHW", "NHWC"})
    void layersThatLearnOfBatchesAnswerAsWhenNobodyTrains(CNN2DFormat format) {
        ComputationGraph network = StockGuests.manyLayers(format);
        GuestModel model = guest(network);
        assertEquals(
                format == CNN2DFormat.NCHW ? PixelLayout.CHANNEL_FIRST : PixelLayout.CHANNEL_LAST,
                model.reading().layout());
        assertEquals("normed", model.reading().code());
        float[] images = images(9);
        try (ImageClassifier guest = model.network()) {
            INDArray[] expected = network.output(false, given(images, model.reading()));
            ImageResponse response = guest.respond(images, 9);
            assertScoresAreThoseOf(expected[0], response);
            assertArrayEquals(numbers(expected[1]), response.reconstructions(), 1e-5f);
            assertFalse(guest.decodes(), "\"both\" sees more than the code");
            assertThrows(IllegalStateException.class, () -> guest.decode(new float[12], 1));
        }
        try (ImageClassifier guest =
                with(model, model.reading().withCode("code")).network()) {
            float[] codes = new float[9 * 12];
            ImageResponse response = guest.respond(images, 9, codes);
            assertTrue(guest.decodes());
            assertArrayEquals(response.reconstructions(), guest.decode(codes, 9), 1e-5f);
            assertEquals(
                    EnumSet.of(
                            Evidence.Part.LOGITS,
                            Evidence.Part.SCORES,
                            Evidence.Part.CODE,
                            Evidence.Part.ERRORS,
                            Evidence.Part.INPUTS),
                    guest.evidence(images, 9, EnumSet.allOf(Evidence.Part.class))
                            .parts());
        }
    }

    @Test
    void aPictureOfOneMapIsAReconstructionAndMapsStrungTogetherAreACode() {
        ComputationGraph network = StockGuests.picture();
        GuestModel model = guest(network);
        assertEquals("picture", model.reading().reconstruction());
        assertEquals("maps", model.reading().code());
        assertEquals(784, model.shape().code());
        float[] images = images(4);
        try (ImageClassifier guest = model.network()) {
            INDArray[] expected = network.output(false, given(images, model.reading()));
            float[] codes = new float[4 * 784];
            ImageResponse response = guest.respond(images, 4, codes);
            assertArrayEquals(numbers(expected[0]), response.reconstructions(), 1e-5f);
            assertScoresAreThoseOf(expected[1], response);
            assertArrayEquals(response.reconstructions(), guest.decode(codes, 4), 1e-5f);
            assertSlopesAreThoseOfDifferences(guest, 1e-2f, 0.02);
        }
    }

    /** Of all three: the class, the error, and a function of the code. */
    private static InputObjective objective(int classes, int features, int target) {
        ClassScores scores = new ClassScores(classes, 1);
        return new InputObjective() {
            @Override
            public double slopes(int row, float[] logits, int at, double error, float[] gradient) {
                scores.negativeLogScoreGradient(logits, at, target, gradient);
                return 1.7;
            }

            @Override
            public boolean readsCode() {
                return true;
            }

            @Override
            public void addCodeSlopes(int row, float[] code, int at, float[] gradient) {
                for (int i = 0; i < features; i++) {
                    gradient[at + i] += (float) (2 * Math.cos(i) * code[at + i]);
                }
            }
        };
    }

    private static double value(ImageClassifier guest, float[] image, int target) {
        float[] code = new float[guest.shape().code()];
        ImageResponse response = guest.respond(image, 1, code);
        double sum = -new ClassScores(guest.shape().classes(), 1).logScore(response.logits(), 0, target);
        sum += response.errors().length == 0 ? 0 : 1.7 * distance(response.reconstructions(), image, 0);
        for (int i = 0; i < code.length; i++) {
            sum += Math.cos(i) * code[i] * code[i];
        }
        return sum;
    }

    private static void assertSlopesAreThoseOfDifferences(ImageClassifier guest, float step, double tolerance) {
        System.out.println("seed " + SEED);
        float[] images = images(3);
        try (PixelGradient gradient = guest.gradient(2)) {
            InputGradient slopes = gradient.of(
                    images, 3, objective(guest.shape().classes(), guest.shape().code(), 1));
            assertArrayEquals(guest.respond(images, 3).logits(), slopes.logits(), 1e-5f);
            float[] image = Arrays.copyOfRange(images, 2 * PIXELS, 3 * PIXELS);
            Random random = new Random(SEED + 2);
            for (int direction = 0; direction < 6; direction++) {
                float[] above = image.clone();
                float[] below = image.clone();
                double expected = 0;
                double size = 0;
                for (int i = 0; i < PIXELS; i++) {
                    float towards = random.nextFloat() - 0.5f;
                    towards = direction == 0 ? slopes.gradients()[2 * PIXELS + i] : towards;
                    size += towards * towards;
                    above[i] = towards;
                }
                for (int i = 0; i < PIXELS; i++) {
                    float towards = (float) (above[i] / Math.sqrt(size));
                    above[i] = image[i] + step * towards;
                    below[i] = image[i] - step * towards;
                    expected += towards * slopes.gradients()[2 * PIXELS + i];
                }
                double difference = (value(guest, above, 1) - value(guest, below, 1)) / (2 * step);
                double largest = norm(slopes.gradients(), 2);
                assertTrue(largest > 1e-3, "nothing to see: " + largest);
                assertEquals(difference, expected, tolerance * largest, "direction " + direction);
            }
        }
    }

    private static double norm(float[] all, int row) {
        double sum = 0;
        for (int i = row * PIXELS; i < (row + 1) * PIXELS; i++) {
            sum += all[i] * all[i];
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @EnumSource
    void slopesOfAGraphReachThePixelsWhateverTheirRange(PixelRange range) {
        GuestModel guessed = guest(StockGuests.tinyGraph());
        PixelScale scale = new PixelScale(range, true, 0.13, 0.31);
        // 255 times as large numbers drive the hyperbolic tangent to its ends.
        GuestReading reading = guessed.reading().withPixels(scale, PixelScale.of(PixelRange.SIGNED, true));
        try (ImageClassifier guest = with(guessed, reading).network()) {
            assertSlopesAreThoseOfDifferences(guest, range == PixelRange.BYTES ? 1e-3f : 1e-2f, 0.02);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NCHW", "NHWC"})
    void slopesPassLayersThatLearnOfBatchesAsWhenNobodyTrains(CNN2DFormat format) {
        try (ImageClassifier guest = guest(StockGuests.manyLayers(format)).network()) {
            assertSlopesAreThoseOfDifferences(guest, 5e-3f, 0.02);
        }
    }

    @Test
    void slopesOfLeNetReachThePixels() {
        try (ImageClassifier guest = guest(StockGuests.leNet()).network()) {
            assertSlopesAreThoseOfDifferences(guest, 2e-3f, 0.03);
        }
    }

    @Test
    void curvatureIsThatOfDifferencesAndItsEstimateComesNear() {
        ComputationGraph network = StockGuests.tinyGraph();
        // With the code's weights on the way back the trace is far from 0.
        network.getLayer("reconstruction")
                .setParam(
                        "W", network.getLayer("code").getParam("W").transpose().dup());
        GuestModel model = guest(network);
        GuestReading reading = model.reading()
                .withPixels(new PixelScale(PixelRange.STANDARDISED, true, 0, 10), PixelScale.of(PixelRange.UNIT, true));
        float[] images = images(2);
        try (ImageClassifier guest = with(model, reading).network();
                PixelCurvature curvature = guest.curvature()) {
            double[] exact = curvature.exact(images, 2);
            float step = 0.05f;
            float[] moved = new float[2 * PIXELS * PIXELS];
            for (int row = 0; row < 2 * PIXELS; row++) {
                System.arraycopy(images, PIXELS, moved, row * PIXELS, PIXELS);
                moved[row * PIXELS + row / 2] += row % 2 == 0 ? step : -step;
            }
            float[] made = guest.respond(moved, 2 * PIXELS).reconstructions();
            double trace = 0;
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                int above = 2 * pixel * PIXELS + pixel;
                trace += (made[above] - made[above + PIXELS]) / (2 * step);
            }
            assertTrue(Math.abs(trace) > 0.1, "nothing to see: " + trace);
            assertEquals(trace / PIXELS - 1, exact[1], 0.01 * Math.abs(trace) / PIXELS + 1e-6);
            GammaEstimate[] estimates = curvature.estimate(images, 2, 3, 0, 200);
            assertEquals(exact[1], estimates[1].mean(), 5 * estimates[1].standardError());
            GammaEstimate[] first = curvature.estimate(images, 2, 3, 0, 70);
            GammaEstimate[] rest = curvature.estimate(images, 2, 3, 70, 130);
            assertEquals(estimates[1].mean(), first[1].and(rest[1]).mean(), 1e-6);
        }
    }

    /** What "export --dl4j" writes comes back and says the same, of both kinds of autoencoder. */
    @ParameterizedTest
    @EnumSource(names = {"CNN", "DAE_SYM", "DAE_ASYM"})
    void ourOwnModelComesBackFromDl4j(ImageArchitecture architecture) throws IOException {
        ImageSettings settings = new ImageSettings(architecture, 10, 1);
        float[] images = images(3);
        Path file = folder.resolve("ours.zip");
        try (ImageNetwork ours = new ImageNetwork(settings);
                StockImageNetwork stock = new StockImageNetwork(settings, 1e-3, 1)) {
            ours.initialise(3);
            stock.setParameters(ours.parameters());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            stock.exportTo(bytes);
            GuestContent content = GuestArchive.read(Files.write(file, bytes.toByteArray()));
            GuestReading reading = GuestReading.guess(content, "ours.zip").reading();
            assertEquals("code", reading.code());
            float[] codes = new float[3 * 400];
            ImageResponse expected = ours.respond(images, 3, codes);
            try (ImageClassifier guest =
                    GuestModel.of("ours.zip", content, reading).network()) {
                float[] guestCodes = new float[3 * 400];
                ImageResponse response = guest.respond(images, 3, guestCodes);
                assertArrayEquals(expected.logits(), response.logits(), 1e-4f);
                assertArrayEquals(expected.scores(), response.scores(), 1e-5f);
                assertArrayEquals(expected.errors(), response.errors(), 1e-4f);
                assertArrayEquals(codes, guestCodes, 1e-4f);
                if (architecture != ImageArchitecture.CNN) {
                    assertTrue(guest.decodes());
                    assertArrayEquals(ours.decode(codes, 3), guest.decode(codes, 3), 1e-4f);
                    assertSameGamma(ours, guest, images);
                }
            }
        }
    }

    private static void assertSameGamma(ImageNetwork ours, ImageClassifier guest, float[] images) {
        try (ImageCurvature curvature = new ImageCurvature(ours);
                PixelCurvature theirs = guest.curvature()) {
            assertEquals(
                    curvature.estimate(images, 1, 5, 0, 4)[0].mean(),
                    theirs.estimate(images, 1, 5, 0, 4)[0].mean(),
                    1e-4);
        }
    }

    @Test
    void whatIsTakenForWhatMustBeThere() {
        GuestModel model = guest(StockGuests.tinyGraph());
        GuestReading reading = model.reading();
        assertRefused(model, reading.withSoftmax("reconstruction"), "expected an output that is a softmax");
        assertRefused(model, reading.withSoftmax("half"), "one of the outputs reconstruction, classes for the softmax");
        assertRefused(
                model, reading.withClasses(List.of("a", "b")), "as many names of classes as the softmax has units, 3");
        assertRefused(model, reading.withCode("nobody"), "\"nobody\" is no layer of it");
        assertRefused(model, reading.withReconstruction("classes"), "a reconstruction of 784 values");
        GuestModel maps = with(model, reading.withLayout(PixelLayout.CHANNEL_LAST));
        GuestException told = assertThrows(GuestException.class, maps::network);
        assertTrue(told.getMessage().contains("laid out as [n, 28, 28, 1]"), told.getMessage());
        assertFalse(told.getMessage().contains("\n"), told.getMessage());
    }

    private static void assertRefused(GuestModel model, GuestReading reading, String expected) {
        GuestException told = assertThrows(GuestException.class, () -> with(model, reading), expected);
        assertTrue(told.getMessage().startsWith("guest.zip: "), told.getMessage());
        assertTrue(told.getMessage().contains(expected), told.getMessage());
        assertFalse(told.getMessage().contains("\n"), told.getMessage());
    }
}
