package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageGradient;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.PlainImageNetwork;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseGradient;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneResponse;

/** Gradients at the input against differences of the plain float64 network, the reconstruction error among them. */
@Timeout(300)
class InputGradientTest {

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final long SEED = 20_261_124;
    /** Weighs the error about as much as the class, so that neither hides the other. */
    private static final double WEIGHT = 1.7;

    private static InputObjective objective(ClassScores scores, int[] targets, double weight) {
        return (row, logits, at, error, gradient) -> {
            scores.negativeLogScoreGradient(logits, at, targets[row], gradient);
            return weight;
        };
    }

    /** {@code -ln score_t + weight * ||r(x) - x||} in float64. */
    private static double plain(
            PlainImageNetwork network, ImageSettings settings, double[] x, int target, double weight) {
        PlainImageNetwork.Trace trace = network.trace(x);
        double[] units = PlainImageNetwork.softmax(trace.logits());
        double value = 0;
        for (int j = 0; j < settings.omega(); j++) {
            value -= Math.log(settings.omega() * units[target * settings.omega() + j]);
        }
        double squares = 0;
        for (int i = 0; i < trace.reconstruction().length; i++) {
            squares += (trace.reconstruction()[i] - x[i]) * (trace.reconstruction()[i] - x[i]);
        }
        return value + weight * Math.sqrt(squares);
    }

    private static double slope(
            PlainImageNetwork network, ImageSettings settings, float[] image, int target, int pixel) {
        double step = 1e-6;
        double[] x = new double[PIXELS];
        Arrays.setAll(x, i -> image[i]);
        x[pixel] += step;
        double above = plain(network, settings, x, target, WEIGHT);
        x[pixel] -= 2 * step;
        return (above - plain(network, settings, x, target, WEIGHT)) / (2 * step);
    }

    @ParameterizedTest
    @EnumSource
    void gradientAtThePixelsIsThatOfThePlainNetwork(ImageArchitecture architecture) {
        System.out.println("seed " + SEED);
        ImageSettings settings = new ImageSettings(architecture, 10, architecture == ImageArchitecture.COOL ? 5 : 1);
        PlainImageNetwork plain = new PlainImageNetwork(settings);
        float[] parameters = plain.randomParameters(new Random(SEED));
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= 3;
        }
        plain.setParameters(parameters);
        int count = 3;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED + 1), count);
        int[] targets = {7, 0, 4};
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.setParameters(parameters);
            try (ImageGradient gradient = new ImageGradient(network)) {
                InputGradient slopes =
                        gradient.of(images, count, objective(new ClassScores(10, settings.omega()), targets, WEIGHT));
                for (int image = 0; image < count; image++) {
                    float[] alone = Arrays.copyOfRange(images, image * PIXELS, (image + 1) * PIXELS);
                    int shift = image;
                    int[] some = IntStream.range(0, 12)
                            .map(i -> (i * 67 + shift * 23 + 5) % PIXELS)
                            .toArray();
                    double[] expected = Arrays.stream(some)
                            .parallel()
                            .mapToDouble(pixel -> slope(plain, settings, alone, targets[shift], pixel))
                            .toArray();
                    double largest =
                            Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                    assertTrue(largest > 1e-2, "nothing to see: " + largest);
                    for (int i = 0; i < some.length; i++) {
                        assertEquals(
                                expected[i],
                                slopes.gradients()[image * PIXELS + some[i]],
                                2e-4 * largest,
                                architecture + ", pixel " + some[i]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CNN", "DAE_SYM"})
    void anImageHasTheSameGradientAloneAndAmongManyAndTheAnswersOfTheNetwork(ImageArchitecture architecture) {
        ImageSettings settings = new ImageSettings(architecture, 10, 1);
        int count = 70;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), count);
        int[] targets = IntStream.range(0, count).map(i -> i % 10).toArray();
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.initialise(3);
            try (ImageGradient gradient = new ImageGradient(network)) {
                InputGradient all = gradient.of(images, count, objective(new ClassScores(10, 1), targets, WEIGHT));
                ImageResponse response = network.respond(images, count);
                assertArrayEquals(response.logits(), all.logits(), 1e-5f);
                assertArrayEquals(response.errors(), all.errors(), 1e-4f);
                for (int image : new int[] {0, 31, 32, 69}) {
                    float[] alone = Arrays.copyOfRange(images, image * PIXELS, (image + 1) * PIXELS);
                    InputGradient one = gradient.of(
                            alone, 1, objective(new ClassScores(10, 1), new int[] {targets[image]}, WEIGHT));
                    assertArrayEquals(
                            Arrays.copyOfRange(all.gradients(), image * PIXELS, (image + 1) * PIXELS),
                            one.gradients(),
                            1e-5f,
                            "image " + image);
                }
            }
        }
    }

    @Test
    void aBlankReconstructionThatIsExactHasNoSlopeOfItsError() {
        ImageSettings settings = new ImageSettings(ImageArchitecture.DAE_ASYM, 10, 1);
        float[] grey = new float[PIXELS];
        Arrays.fill(grey, 0.5f);
        try (ImageNetwork network = new ImageNetwork(settings);
                ImageGradient gradient = new ImageGradient(network)) {
            InputGradient slopes = gradient.of(grey, 1, objective(new ClassScores(10, 1), new int[] {1}, WEIGHT));
            assertEquals(0, slopes.errors()[0], 0);
            assertArrayEquals(new float[PIXELS], slopes.gradients(), 0);
        }
    }

    @Test
    void logScoresSaySomethingWhereScoresAreTooSmallForANumber() {
        ClassScores scores = new ClassScores(3, 1);
        float[] logits = {500, -500, 0};
        float[] y = new float[3];
        scores.scores(logits, 0, y, 0);
        assertEquals(0, y[1], 0);
        assertEquals(-1000, scores.logScore(logits, 0, 1), 1e-9);
        float[] cool = {1, 2, 3, 4};
        new ClassScores(2, 2).scores(cool, 0, y, 0);
        assertEquals(Math.log(y[1]), new ClassScores(2, 2).logScore(cool, 0, 1), 1e-6);
    }

    @Test
    void gradientInThePlaneIsTheSlopeOfWhatTheNetworkAnswers() {
        int[] targets = {0, 2, 1};
        float[] points = {0.3f, -0.8f, 1.2f, 0.4f, -0.6f, 0.9f};
        try (DenseNetwork network =
                new DenseNetwork(2, 3, new DenseSettings(List.of(24, 16), Activation.TANH), Activation.IDENTITY)) {
            network.initialise(SEED);
            float[] larger = network.parameters();
            for (int i = 0; i < larger.length; i++) {
                larger[i] *= 3;
            }
            network.setParameters(larger);
            try (DenseGradient gradient = new DenseGradient(network)) {
                InputGradient slopes = gradient.of(points, 3, objective(new ClassScores(3, 1), targets, WEIGHT));
                for (int i = 0; i < points.length; i++) {
                    float step = 1e-2f;
                    double above = inPlane(network, points, i, step, targets[i / 2]);
                    double below = inPlane(network, points, i, -step, targets[i / 2]);
                    assertEquals(
                            (above - below) / (2 * step),
                            slopes.gradients()[i],
                            2e-3 * Math.max(1, Math.abs(slopes.gradients()[i])),
                            "number " + i + ", seed " + SEED);
                }
            }
        }
    }

    /** {@code L = sum_i a_i code_i^2} beside the outputs' part, with weights of either sign. */
    private static InputObjective withCode(InputObjective outputs, int width) {
        return new InputObjective() {
            @Override
            public double slopes(int row, float[] logits, int at, double error, float[] gradient) {
                return outputs.slopes(row, logits, at, error, gradient);
            }

            @Override
            public boolean readsCode() {
                return true;
            }

            @Override
            public void addCodeSlopes(int row, float[] code, int at, float[] gradient) {
                for (int i = 0; i < width; i++) {
                    gradient[at + i] += (float) (2 * codeWeight(i) * code[at + i]);
                }
            }
        };
    }

    private static double codeWeight(int feature) {
        return 0.5 * Math.cos(feature);
    }

    private static double ofCode(float[] code) {
        double sum = 0;
        for (int i = 0; i < code.length; i++) {
            sum += codeWeight(i) * code[i] * code[i];
        }
        return sum;
    }

    @Test
    void slopesAtTheCodeInThePlaneAreCarriedToTheInput() {
        int[] targets = {0, 2, 1};
        float[] points = {0.3f, -0.8f, 1.2f, 0.4f, -0.6f, 0.9f};
        try (DenseNetwork network =
                new DenseNetwork(2, 3, new DenseSettings(List.of(24, 16), Activation.TANH), Activation.IDENTITY)) {
            network.initialise(SEED);
            float[] larger = network.parameters();
            for (int i = 0; i < larger.length; i++) {
                larger[i] *= 3;
            }
            network.setParameters(larger);
            try (DenseGradient gradient = new DenseGradient(network)) {
                InputGradient slopes =
                        gradient.of(points, 3, withCode(objective(new ClassScores(3, 1), targets, WEIGHT), 16));
                assertArrayEquals(network.evidence(points, 3).code(), slopes.code(), 1e-6f);
                for (int i = 0; i < points.length; i++) {
                    float step = 1e-2f;
                    double above =
                            inPlane(network, points, i, step, targets[i / 2]) + codeInPlane(network, points, i, step);
                    double below =
                            inPlane(network, points, i, -step, targets[i / 2]) + codeInPlane(network, points, i, -step);
                    assertEquals(
                            (above - below) / (2 * step),
                            slopes.gradients()[i],
                            2e-3 * Math.max(1, Math.abs(slopes.gradients()[i])),
                            "number " + i + ", seed " + SEED);
                }
            }
        }
    }

    private static double codeInPlane(DenseNetwork network, float[] points, int index, float step) {
        float[] point = Arrays.copyOfRange(points, index / 2 * 2, index / 2 * 2 + 2);
        point[index % 2] += step;
        return ofCode(network.evidence(point, 1).code());
    }

    @ParameterizedTest
    @EnumSource(names = {"CNN", "DAE_SYM"})
    void slopesAtTheCodeOfAnImageAreCarriedToThePixels(ImageArchitecture architecture) {
        ImageSettings settings = new ImageSettings(architecture, 10, 1);
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), 35);
        InputObjective nothing = (row, logits, at, error, gradient) -> {
            Arrays.fill(gradient, at, at + 10, 0f);
            return 0;
        };
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.initialise(3);
            float[] larger = network.parameters();
            for (int i = 0; i < larger.length; i++) {
                larger[i] *= 3;
            }
            network.setParameters(larger);
            try (ImageGradient gradient = new ImageGradient(network)) {
                InputGradient slopes = gradient.of(images, 35, withCode(nothing, 400));
                float[] image = Arrays.copyOfRange(images, 34 * PIXELS, 35 * PIXELS);
                // Along its own gradient, so that rounding in single precision does not hide the slope.
                float[] direction = Arrays.copyOfRange(slopes.gradients(), 34 * PIXELS, 35 * PIXELS);
                double squares = 0;
                for (float slope : direction) {
                    squares += (double) slope * slope;
                }
                double length = Math.sqrt(squares);
                assertTrue(length > 1e-2, "nothing to see: " + length);
                double step = 2e-3;
                double difference = codeAlong(network, image, direction, step / length)
                        - codeAlong(network, image, direction, -step / length);
                assertEquals(length, difference / (2 * step), 0.02 * length, architecture + ", seed " + SEED);
            }
        }
    }

    private static double codeAlong(ImageNetwork network, float[] image, float[] direction, double step) {
        float[] moved = image.clone();
        for (int i = 0; i < PIXELS; i++) {
            moved[i] += (float) (step * direction[i]);
        }
        return ofCode(network.evidence(moved, 1, EnumSet.of(Evidence.Part.CODE)).code());
    }

    private static double inPlane(DenseNetwork network, float[] points, int index, float step, int target) {
        float[] point = Arrays.copyOfRange(points, index / 2 * 2, index / 2 * 2 + 2);
        point[index % 2] += step;
        PlaneResponse response = network.respond(point, 1);
        return -Math.log(response.probabilities()[target]) + WEIGHT * response.error()[0];
    }

    @Test
    void aNetworkWithoutAClassHeadIsRefused() {
        try (DenseNetwork network =
                new DenseNetwork(2, 0, new DenseSettings(List.of(4), Activation.TANH), Activation.IDENTITY)) {
            assertThrows(IllegalArgumentException.class, () -> new DenseGradient(network));
        }
    }
}
