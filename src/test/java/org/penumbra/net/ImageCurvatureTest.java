package org.penumbra.net;

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

/** gamma of images against differences of the plain network, against 784 unit vectors, and the two ways against each other. */
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
            return Arrays.stream(pixels).parallel().mapToDouble(pixel -> {
                double[] x = new double[PIXELS];
                Arrays.setAll(x, i -> image[i]);
                x[pixel] += step;
                double above = plain.trace(x).reconstruction()[pixel];
                x[pixel] -= 2 * step;
                return (above - plain.trace(x).reconstruction()[pixel]) / (2 * step);
            }).toArray();
        }

        /** All 784 of one image, each by going back from one pixel of the reconstruction. */
        double[] diagonal(float[] image) {
            double[] diagonal = new double[PIXELS];
            float[] gradient = new float[PIXELS];
            try (ImageLane lane = new ImageLane(network.settings(), network.layout(), network.liveParameters(), 1, true)) {
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
        float[] image = PlainImageNetwork.randomImages(new Random(SEED), 1);
        try (Twins twins = new Twins(architecture)) {
            double[] diagonal = twins.diagonal(image);
            int[] some = IntStream.range(0, 32).map(i -> i * PIXELS / 32 + i % 7).toArray();
            double[] expected = twins.differences(image, some);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertTrue(largest > 1e-3, "nothing to see: " + largest);
            for (int i = 0; i < some.length; i++) {
                assertEquals(expected[i], diagonal[some[i]], 1e-4 * largest, "pixel " + some[i]);
            }
            assertGamma(Arrays.stream(diagonal).sum(), twins.curvature.exact(image, 1)[0], 1e-4);
        }
    }

    @ParameterizedTest
    @Tag("slow")
    @EnumSource(names = {"DAE_SYM", "DAE_ASYM"})
    void exactGammaIsTheSumOfAllDifferencesOfThePlainNetwork(ImageArchitecture architecture) {
        float[] image = PlainImageNetwork.randomImages(new Random(SEED), 1);
        try (Twins twins = new Twins(architecture)) {
            double trace = Arrays.stream(twins.differences(image, IntStream.range(0, PIXELS).toArray())).sum();
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
                assertEquals(expected, (estimate.mean() + 1) * PIXELS, 2e-4 * Math.max(1, Math.abs(expected)),
                        "probe " + probe + ", seed " + SEED);
            }
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
