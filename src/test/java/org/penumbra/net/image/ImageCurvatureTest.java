package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.data.Seeds;

/** gamma of images against differences of the plain network and 784 unit vectors, and its two ways against each other. */
class ImageCurvatureTest {

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final long SEED = 20_261_125;

    /** The network and its judge with the same parameters, large enough for a Jacobian that matters. */
    private static final class Twins implements AutoCloseable {

        final PlainImageNetwork plain;
        final ImageNetwork network;
        final ImageCurvature curvature;

        Twins(ImageArchitecture architecture) {
            System.out.println("seed " + SEED);
            ImageSettings settings = new ImageSettings(architecture, 10, 1);
            plain = new PlainImageNetwork(settings);
            float[] parameters = plain.randomParameters(new Random(SEED));
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] *= 3;
            }
            plain.setParameters(parameters);
            network = new ImageNetwork(settings);
            network.setParameters(parameters);
            curvature = new ImageCurvature(network);
        }

        /** dr_i/dx_i of one image for some pixels, by central differences in float64. */
        double[] differences(float[] image, int[] pixels) {
            double step = 1e-6;
            return Arrays.stream(pixels)
                    .parallel()
                    .mapToDouble(pixel -> {
                        double[] x = new double[PIXELS];
                        Arrays.setAll(x, i -> image[i]);
                        x[pixel] += step;
                        double above = plain.trace(x).reconstruction()[pixel];
                        x[pixel] -= 2 * step;
                        return (above - plain.trace(x).reconstruction()[pixel]) / (2 * step);
                    })
                    .toArray();
        }

        /** All 784 of one image, each by going back from one pixel of the reconstruction. */
        double[] diagonal(float[] image) {
            double[] diagonal = new double[PIXELS];
            float[] gradient = new float[PIXELS];
            try (ImageLane lane =
                    new ImageLane(network.settings(), network.layout(), network.liveParameters(), 1, true)) {
                lane.forward(image, 0, 1);
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    Arrays.fill(lane.reconstructionGradient().values(), 0f);
                    lane.reconstructionGradient().values()[pixel] = 1;
                    lane.backwardFromReconstruction(1, gradient);
                    diagonal[pixel] = gradient[pixel];
                }
            }
            return diagonal;
        }

        @Override
        public void close() {
            curvature.close();
            network.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAE_SYM", "DAE_ASYM"})
    void exactGammaIsTheSumOver784UnitVectorsWhichAreDifferencesOfThePlainNetwork(ImageArchitecture architecture) {
        int count = 3;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), count);
        try (Twins twins = new Twins(architecture)) {
            double[] gamma = twins.curvature.exact(images, count);
            for (int image = 0; image < count; image++) {
                float[] alone = Arrays.copyOfRange(images, image * PIXELS, (image + 1) * PIXELS);
                double[] diagonal = twins.diagonal(alone);
                assertGamma(Arrays.stream(diagonal).sum(), gamma[image], 2e-5);
                assertGamma(Arrays.stream(diagonal).sum(), twins.curvature.exact(alone, 1)[0], 2e-5);
                int shift = image;
                int[] some = IntStream.range(0, 12)
                        .map(i -> (i * 67 + shift * 23) % PIXELS)
                        .toArray();
                double[] expected = twins.differences(alone, some);
                double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                assertTrue(largest > 1e-3, "nothing to see: " + largest);
                for (int i = 0; i < some.length; i++) {
                    assertEquals(expected[i], diagonal[some[i]], 1e-4 * largest, "pixel " + some[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @Tag("slow")
    @EnumSource(names = {"DAE_SYM", "DAE_ASYM"})
    void exactGammaIsTheSumOfAllDifferencesOfThePlainNetwork(ImageArchitecture architecture) {
        float[] image = PlainImageNetwork.randomImages(new Random(SEED), 1);
        try (Twins twins = new Twins(architecture)) {
            double trace = Arrays.stream(
                            twins.differences(image, IntStream.range(0, PIXELS).toArray()))
                    .sum();
            assertGamma(trace, twins.curvature.exact(image, 1)[0], 2e-4);
        }
    }

    /** Relative to the trace, not to gamma, which the D in it would make easy. */
    private static void assertGamma(double trace, double gamma, double relative) {
        assertTrue(Math.abs(trace) > 0.05, "nothing to see: trace " + trace);
        assertEquals(trace, (gamma + 1) * PIXELS, relative * Math.abs(trace), "trace, seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DAE_SYM", "DAE_ASYM"})
    void oneProbeIsTheDifferenceOfThePlainNetworkAlongItsSigns(ImageArchitecture architecture) {
        float[] image = PlainImageNetwork.randomImages(new Random(SEED), 1);
        try (Twins twins = new Twins(architecture)) {
            for (int probe = 0; probe < 4; probe++) {
                double[] signs = signs(SEED, probe);
                double step = 1e-7;
                double[] above = twins.plain.trace(moved(image, signs, step)).reconstruction();
                double[] below = twins.plain.trace(moved(image, signs, -step)).reconstruction();
                double expected = 0;
                for (int i = 0; i < PIXELS; i++) {
                    expected += signs[i] * (above[i] - below[i]) / (2 * step);
                }
                GammaEstimate estimate = twins.curvature.estimate(image, 1, SEED, probe, 1)[0];
                assertEquals(1, estimate.probes());
                assertTrue(Double.isNaN(estimate.standardError()), "one probe knows no error");
                assertEquals(
                        expected,
                        (estimate.mean() + 1) * PIXELS,
                        2e-4 * Math.max(1, Math.abs(expected)),
                        "probe " + probe + ", seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAE_SYM", "DAE_ASYM"})
    void exactGammaLiesWithinFourStandardErrorsOfTheEstimate(ImageArchitecture architecture) {
        int count = 12;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), count);
        try (Twins twins = new Twins(architecture)) {
            double[] exact = twins.curvature.exact(images, count);
            GammaEstimate[] estimates = twins.curvature.estimate(images, count, SEED, 0, 64);
            for (int image = 0; image < count; image++) {
                GammaEstimate estimate = estimates[image];
                assertEquals(64, estimate.probes());
                assertTrue(estimate.standardError() > 0, estimate.toString());
                assertEquals(exact[image], estimate.mean(), 4 * estimate.standardError(), "image " + image);
            }
        }
    }

    /** The distance to the exact value, in standard errors, has mean 0 and nearly variance 1 over many seeds. */
    @Test
    void estimatesAreUnbiasedAndTheirStandardErrorIsHonest() {
        int seeds = 100;
        int probes = 16;
        float[] image = PlainImageNetwork.randomImages(new Random(SEED), 1);
        try (Twins twins = new Twins(ImageArchitecture.DAE_ASYM)) {
            double exact = twins.curvature.exact(image, 1)[0];
            double sum = 0;
            double squares = 0;
            for (int seed = 0; seed < seeds; seed++) {
                GammaEstimate estimate = twins.curvature.estimate(image, 1, SEED + seed, 0, probes)[0];
                double distance = (estimate.mean() - exact) / estimate.standardError();
                sum += distance;
                squares += distance * distance;
            }
            assertEquals(0, sum / seeds, 4 / Math.sqrt(seeds), "mean distance");
            // Student's t with 15 degrees of freedom has the variance 15/13.
            assertEquals(15.0 / 13, squares / seeds, 0.5, "mean squared distance");
        }
    }

    @Test
    void sixteenTimesTheProbesQuarterTheStandardError() {
        int count = 2;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), count);
        try (Twins twins = new Twins(ImageArchitecture.DAE_ASYM)) {
            GammaEstimate[] few = twins.curvature.estimate(images, count, SEED, 0, 32);
            GammaEstimate[] many = twins.curvature.estimate(images, count, SEED, 0, 512);
            for (int image = 0; image < count; image++) {
                assertEquals(4, few[image].standardError() / many[image].standardError(), 1.2, "image " + image);
            }
        }
    }

    @Test
    void askedForProbeByProbeOrAmongOtherImagesTheEstimateIsTheSame() {
        int count = 19;
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), count);
        try (Twins twins = new Twins(ImageArchitecture.DAE_ASYM)) {
            GammaEstimate[] whole = twins.curvature.estimate(images, count, SEED, 0, 21);
            double[] exact = twins.curvature.exact(images, count);
            for (int image : new int[] {0, 7, 18}) {
                float[] alone = Arrays.copyOfRange(images, image * PIXELS, (image + 1) * PIXELS);
                GammaEstimate joined = twins.curvature
                        .estimate(alone, 1, SEED, 0, 1)[0]
                        .and(twins.curvature.estimate(alone, 1, SEED, 1, 13)[0])
                        .and(twins.curvature.estimate(alone, 1, SEED, 14, 7)[0]);
                assertEquals(21, joined.probes());
                assertEquals(whole[image].mean(), joined.mean(), 1e-6);
                assertEquals(whole[image].standardError(), joined.standardError(), 1e-6);
                assertEquals(exact[image], twins.curvature.exact(alone, 1)[0], 1e-6);
            }
            assertArrayEquals(whole, twins.curvature.estimate(images, count, SEED, 0, 21), "the same bit for bit");
            assertArrayEquals(exact, twins.curvature.exact(images, count), "the same bit for bit");
        }
    }

    /**
     * Each of 16 code units passes on the brightest pixel of its square of 4 x 4, and one pixel of the reconstruction
     * listens to it: {@code r_p = 1 / (1 + exp(-w x_p))} there, so {@code dr_p/dx_p = w r_p (1 - r_p)}.
     */
    @Test
    void gammaOfADiagonalJacobianIsWorkedOutByHandAndEveryProbeTellsIt() {
        ImageSettings settings = new ImageSettings(ImageArchitecture.DAE_ASYM, 10, 1);
        ImageLayout layout = new ImageLayout(settings);
        float[] image = PlainImageNetwork.randomImages(new Random(SEED), 1);
        float[] parameters = new float[layout.size()];
        parameters[layout.from("convolution1")] = 1;
        parameters[layout.from("convolution2")] = 1;
        double trace = 0;
        for (int unit = 0; unit < 16; unit++) {
            int brightest = brightest(image, unit / 4 * 4, unit % 4 * 4);
            parameters[layout.from("code") + unit * ImageLayout.CHANNELS2 * ImageLayout.CODE + unit] = 1;
            parameters[layout.from("decoder1") + unit * PIXELS + brightest] = unit;
            double r = 1 / (1 + Math.exp(-unit * image[brightest]));
            trace += unit * r * (1 - r);
        }
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.setParameters(parameters);
            try (ImageCurvature curvature = new ImageCurvature(network)) {
                assertEquals(trace / PIXELS - 1, curvature.exact(image, 1)[0], 1e-8);
                GammaEstimate estimate = curvature.estimate(image, 1, SEED, 0, 5)[0];
                assertEquals(trace / PIXELS - 1, estimate.mean(), 1e-8);
                assertEquals(0, estimate.standardError(), 1e-9);
            }
        }
    }

    private static int brightest(float[] image, int row, int column) {
        int brightest = row * 28 + column;
        for (int i = 0; i < 16; i++) {
            int pixel = (row + i / 4) * 28 + column + i % 4;
            brightest = image[pixel] > image[brightest] ? pixel : brightest;
        }
        return brightest;
    }

    @Test
    void badNumbersAreNotHidden() {
        float[] images = PlainImageNetwork.randomImages(new Random(SEED), 2);
        try (Twins twins = new Twins(ImageArchitecture.DAE_ASYM)) {
            float[] parameters = twins.network.parameters();
            parameters[twins.network.layout().from("code")] = Float.NaN;
            twins.network.setParameters(parameters);
            for (double gamma : twins.curvature.exact(images, 2)) {
                assertTrue(Double.isNaN(gamma), "gamma " + gamma);
            }
            GammaEstimate estimate = twins.curvature.estimate(images, 2, SEED, 0, 2)[1];
            assertTrue(Double.isNaN(estimate.mean()) && Double.isNaN(estimate.standardError()), estimate.toString());
        }
    }

    @Test
    void whatHasNoGammaIsToldSo() {
        try (ImageNetwork cnn = new ImageNetwork(new ImageSettings(ImageArchitecture.CNN, 10, 1));
                Twins twins = new Twins(ImageArchitecture.DAE_ASYM)) {
            assertEquals(
                    "gamma: expected a network that reconstructs its input (dae-sym or dae-asym), but got cnn, which "
                            + "has no decoder",
                    assertThrows(IllegalArgumentException.class, () -> new ImageCurvature(cnn))
                            .getMessage());
            ImageCurvature curvature = twins.curvature;
            assertEquals(
                    "images: expected at least 1, but got 0",
                    assertThrows(IllegalArgumentException.class, () -> curvature.exact(new float[0], 0))
                            .getMessage());
            assertEquals(
                    "probes: expected at least 1 from 0 or later on, but got 0 from 3 on",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> curvature.estimate(new float[PIXELS], 1, 1, 3, 0))
                            .getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> curvature.exact(new float[PIXELS], 2));
        }
    }

    private static double[] moved(float[] image, double[] direction, double step) {
        double[] x = new double[PIXELS];
        Arrays.setAll(x, i -> image[i] + step * direction[i]);
        return x;
    }

    /** A probe depends on seed and index alone: bit by bit from the lowest, 64 a number. */
    private static double[] signs(long seed, int probe) {
        double[] signs = new double[PIXELS];
        SplittableRandom random = new SplittableRandom(Seeds.item(new Seeds(seed).probes(), probe));
        for (int i = 0; i < PIXELS; i += Long.SIZE) {
            long bits = random.nextLong();
            for (int j = i; j < Math.min(PIXELS, i + Long.SIZE); j++) {
                signs[j] = (bits >>> (j - i) & 1) == 0 ? -1 : 1;
            }
        }
        return signs;
    }
}
