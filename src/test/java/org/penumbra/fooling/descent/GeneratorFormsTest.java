package org.penumbra.fooling.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.fooling.FoolingRun;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientRun;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;

/** The generator as one vector u = W z + b against the generator with all its 784 x 784 weights. */
@Timeout(300)
class GeneratorFormsTest {

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final int STEPS = 50;
    private static final long SEED = 77;

    private static double[] uniform(Random random, int count, double low, double high) {
        return random.doubles(count, low, high).toArray();
    }

    private static double[] normal(Random random, int count, double deviation) {
        return random.doubles(count)
                .map(ignored -> deviation * random.nextGaussian())
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"descent,GREY", "adam,GREY", "descent,NOISE", "adam,NOISE"})
    void fiftyStepsOnAnAutoencoderAreTheSameWithAndWithoutW(String name, GeneratorStart start) {
        System.out.println("seed " + SEED);
        boolean adam = name.equals("adam");
        double rate = adam ? 5e-4 : 0.02;
        Random random = new Random(SEED);
        boolean noise = start == GeneratorStart.NOISE;
        double[] z = noise ? normal(random, PIXELS, 1) : uniform(random, PIXELS, 0, 1);
        double[][] weights = new double[PIXELS][];
        for (int i = 0; i < PIXELS; i++) {
            weights[i] =
                    noise ? normal(random, PIXELS, Math.sqrt(2) / 28) : uniform(random, PIXELS, -1.0 / 28, 1.0 / 28);
        }
        double[] biases = noise ? new double[PIXELS] : uniform(random, PIXELS, -1.0 / 28, 1.0 / 28);
        double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
        int[] targets = {6};
        try (ImageNetwork network = network();
                ImageVictim victim = new ImageVictim(network, new FittedConfidence(784, 10, 1, 20, 0))) {
            FoolingGenerator generator =
                    new FoolingGenerator(z, flat, biases, adam ? new AdamDescent(rate) : new PlainDescent(rate));
            FoolingRun attack =
                    new GradientRun(victim, new FoolingSettings(List.of(6), 1, 1, STEPS, 0), List.of(generator));
            ExplicitGenerator explicit = new ExplicitGenerator(z, weights, biases.clone());
            float[] first = explicit.image();
            for (int step = 0; step <= STEPS; step++) {
                float[] image = explicit.image();
                float[] present = attack.present(0);
                for (int i = 0; i < PIXELS; i++) {
                    assertEquals(image[i], present[i], 1e-4, name + ", step " + step + ", pixel " + i);
                }
                // Both forms go down the same slope: at a kink of the network a rounding would turn it for one of them
                // alone.
                double[] gradient = explicit.gradient(
                        victim.judgeWithGradient(present, targets, 1).gradients());
                if (adam) {
                    explicit.adam(gradient, rate);
                } else {
                    explicit.descend(gradient, rate);
                }
                attack.step();
            }
            double moved = 0;
            for (int i = 0; i < PIXELS; i++) {
                moved = Math.max(moved, Math.abs(first[i] - attack.present(0)[i]));
            }
            assertTrue(moved > 0.1, "the attack has not moved: " + moved);
        }
    }

    /** An untrained autoencoder with weights large enough for gradients that matter. */
    private static ImageNetwork network() {
        ImageNetwork network = new ImageNetwork(new ImageSettings(ImageArchitecture.DAE_SYM, 10, 1));
        network.initialise(SEED);
        float[] parameters = network.parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= 3;
        }
        network.setParameters(parameters);
        return network;
    }

    @Test
    void adamHoldsAlsoForZerosInZAndForGradientsBelowItsEpsilon() {
        Random random = new Random(SEED);
        int outputs = 40;
        double[] z = uniform(random, 30, -1, 1);
        z[3] = 0;
        z[4] = 1e-7;
        double[][] weights = new double[outputs][z.length];
        double[] scale = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            scale[i] = i == 0 ? 0 : Math.pow(10, -12 + 12.0 * i / outputs);
        }
        ExplicitGenerator explicit = new ExplicitGenerator(z, weights, new double[outputs]);
        UpdateRule.Movement movement = new AdamDescent(0.01).begin(z, outputs);
        double[] u = new double[outputs];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[outputs];
            for (int i = 0; i < outputs; i++) {
                gradient[i] = scale[i] * (random.nextGaussian() + 0.3);
            }
            explicit.adam(gradient, 0.01);
            movement.step(u, gradient);
            double[] expected = explicit.sums();
            for (int i = 0; i < outputs; i++) {
                assertEquals(
                        expected[i],
                        u[i],
                        1e-4 * Math.abs(expected[i]) + 1e-12,
                        "step " + step + ", gradients of size " + scale[i] + ", seed " + SEED);
            }
        }
    }

    @Test
    void withoutAnInputTheRulesMoveTheNumbersThemselves() {
        double[] u = {1, -2};
        new PlainDescent(0.5).begin(new double[0], 2).step(u, new double[] {2, -4});
        assertEquals(0, u[0], 1e-15);
        assertEquals(0, u[1], 1e-15);
        new AdamDescent(0.5).begin(new double[0], 2).step(u, new double[] {2, -4});
        assertEquals(-0.5, u[0], 1e-6);
        assertEquals(0.5, u[1], 1e-6);
    }

    @Test
    void aLearningRateThatIsNoneIsRefused() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new PlainDescent(rate));
            assertThrows(IllegalArgumentException.class, () -> new AdamDescent(rate));
        }
    }
}
