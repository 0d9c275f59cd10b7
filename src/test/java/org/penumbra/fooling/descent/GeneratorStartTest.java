package org.penumbra.fooling.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.data.SettingProblem;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.net.image.ImageSettings;

/** What a generator starts from. */
@Timeout(60)
class GeneratorStartTest {

    private static final int PIXELS = ImageSettings.PIXELS;

    private static float[] image(FoolingGenerator generator, int dimensions) {
        float[] image = new float[dimensions];
        generator.draw(image, 0);
        return image;
    }

    private static void add(CRC32 sum, float[] image) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * image.length);
        bytes.asFloatBuffer().put(image);
        sum.update(bytes.array());
    }

    @Test
    void greyDrawsTheImagesThatWereDrawnBeforeThereWasAChoice() {
        CRC32 sum = new CRC32();
        for (long seed : new long[] {1, 77, -5}) {
            for (int dimensions : new int[] {PIXELS, 9}) {
                FoolingGenerator generator =
                        new FoolingGenerator(dimensions, seed, GeneratorStart.GREY, new PlainDescent(0.0011));
                add(sum, image(generator, dimensions));
                float[] gradient = new float[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    gradient[i] = (i % 7 - 3) * 0.1f;
                }
                generator.step(gradient, 0);
                add(sum, image(generator, dimensions));
            }
        }
        assertEquals("555f860d", Long.toHexString(sum.getValue()));
    }

    /** Mean and standard deviation of the pixels of some first images. */
    private static double[] spread(GeneratorStart start, int images) {
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < images; seed++) {
            for (float pixel : GradientAttack.paper(start).firstImage(PIXELS, seed)) {
                sum += pixel;
                squares += (double) pixel * pixel;
            }
        }
        double mean = sum / (images * PIXELS);
        return new double[] {mean, Math.sqrt(squares / (images * PIXELS) - mean * mean)};
    }

    /** Of sigmoid(s n), n standard normal, by the trapezoid rule. */
    private static double deviation(double s) {
        double variance = 0;
        double step = 1e-3;
        for (double n = -9; n <= 9; n += step) {
            double x = 1 / (1 + Math.exp(-s * n)) - 0.5;
            variance += step * x * x * Math.exp(-n * n / 2) / Math.sqrt(2 * Math.PI);
        }
        return Math.sqrt(variance);
    }

    @Test
    void noiseIsAsFarFromGreyAsNormalWeightsOfVariance2OverDMakeIt() {
        double[] noise = spread(GeneratorStart.NOISE, 60);
        assertEquals(0.5, noise[0], 0.005);
        assertEquals(deviation(Math.sqrt(2)), noise[1], 0.005);
        assertEquals(0.27, noise[1], 0.01);
        double[] grey = spread(GeneratorStart.GREY, 60);
        assertEquals(0.5, grey[0], 0.005);
        // The sum of 784 terms of variance 1/(3 D) * E z^2 and of the bias.
        assertEquals(deviation(1.0 / 3), grey[1], 0.005);
    }

    @Test
    void productsOfNormalWeightsHaveTheLawThatNoiseIsDrawnBy() {
        int dimensions = 60;
        int times = 4000;
        SplittableRandom random = new SplittableRandom(3);
        double[] explicit = new double[2];
        double[] drawn = new double[2];
        for (int time = 0; time < times; time++) {
            double[] z = new double[dimensions];
            double product = 0;
            for (int j = 0; j < dimensions; j++) {
                z[j] = random.nextGaussian();
                product += Math.sqrt(2.0 / dimensions) * random.nextGaussian() * z[j];
            }
            double[] u = GeneratorStart.NOISE.draw(dimensions, random).u();
            explicit[0] += product * product / times;
            explicit[1] += Math.pow(product, 4) / times;
            drawn[0] += u[0] * u[0] / times;
            drawn[1] += Math.pow(u[0], 4) / times;
        }
        // E u^2 = 2, E u^4 = 3 * 4 * (1 + 2/D).
        for (double[] moments : new double[][] {explicit, drawn}) {
            assertEquals(2, moments[0], 0.2);
            assertEquals(12 * (1 + 2.0 / dimensions), moments[1], 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedDrawsTheSameAndAnotherSeedAnother(GeneratorStart start) {
        GradientAttack attack = GradientAttack.paper(start);
        assertArrayEquals(attack.firstImage(PIXELS, 8), attack.firstImage(PIXELS, 8));
        assertTrue(Math.abs(attack.firstImage(PIXELS, 8)[0] - attack.firstImage(PIXELS, 9)[0]) > 1e-6);
        assertEquals(start, GeneratorStart.named(start.id()));
        assertEquals(start.paperRate(), attack.rule().learningRate());
    }

    @Test
    void aStartThatThereIsNotIsRefusedWithThoseThereAre() {
        SettingProblem refused = assertThrows(SettingProblem.class, () -> GeneratorStart.named("black"));
        assertEquals("start: expected one of grey, noise, but got \"black\"", refused.getMessage());
    }
}
