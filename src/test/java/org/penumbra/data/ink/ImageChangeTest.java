package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.ink.ImageChange.Half;

class ImageChangeTest {

    private static final ImageSet DIGITS = new BuiltInDigits(1, 40, 7).make().test();

    @Test
    void aQuarterTurnClockwiseMovesEveryPixelExactly() {
        float[] image = digit(3);
        float[] turned = new ImageChange.Rotation(90).apply(image);
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                // What was at the top is at the right.
                assertEquals(image[row * 28 + column], turned[column * 28 + 27 - row], 1e-5, row + ", " + column);
            }
        }
    }

    @Test
    void turningBackGivesNearlyTheSameImage() {
        double worst = 0;
        for (int i = 0; i < DIGITS.count(); i++) {
            for (double degrees : new double[] {-180, -90, -37, 5, 30, 61.5, 180}) {
                float[] there = new ImageChange.Rotation(degrees).apply(digit(i));
                double off = meanDistance(digit(i), new ImageChange.Rotation(-degrees).apply(there));
                worst = Math.max(worst, off);
                // Interpolating twice softens edges; nothing is interpolated at right angles.
                double most = degrees % 90 == 0 ? 1e-5 : 0.06;
                assertTrue(off < most, "image " + i + ", " + degrees + " degrees: mean distance " + off);
            }
        }
        double notBack = meanDistance(digit(3), new ImageChange.Rotation(60).apply(digit(3)));
        System.out.printf("rotation there and back: mean distance at most %.4f; of one turn %.4f%n", worst, notBack);
        assertTrue(notBack > 2 * worst, "one turn " + notBack);
    }

    @Test
    void whatIsTurnedOverTheEdgeIsGoneAndBackgroundComesIn() {
        float[] full = filled(1);
        float[] turned = new ImageChange.Rotation(45).apply(full);
        assertEquals(0, turned[0], 0);
        assertEquals(1, turned[14 * 28 + 14], 1e-6);
        assertArrayEquals(full, new ImageChange.Rotation(0).apply(full), 0);
    }

    @Test
    void aBlendIsTheWeightedMeanOfBoth() {
        float[] mixed = new ImageChange.Blend(digit(7), 0.3).apply(digit(2));
        for (int i = 0; i < mixed.length; i++) {
            assertEquals(0.7 * digit(2)[i] + 0.3 * digit(7)[i], mixed[i], 1e-6);
        }
        assertArrayEquals(digit(2), new ImageChange.Blend(digit(7), 0).apply(digit(2)), 0);
        assertArrayEquals(digit(7), new ImageChange.Blend(digit(7), 1).apply(digit(2)), 0);
    }

    @Test
    void eachHalfBlanksItsFourteenRowsOrColumns() {
        for (Half half : Half.values()) {
            float[] rest = new ImageChange.BlankHalf(half).apply(filled(0.5f));
            assertEquals(28 * 14 * 0.5, sum(rest), 1e-4, half.name());
        }
        float[] left = new ImageChange.BlankHalf(Half.LEFT).apply(filled(1));
        assertEquals(List.of(0f, 1f), List.of(left[13], left[14]));
        float[] bottom = new ImageChange.BlankHalf(Half.BOTTOM).apply(filled(1));
        assertEquals(List.of(1f, 0f), List.of(bottom[13 * 28], bottom[14 * 28]));
    }

    @Test
    void invertingTwiceGivesTheImageBack() {
        float[] once = new ImageChange.Inversion().apply(digit(5));
        assertEquals(784 - sum(digit(5)), sum(once), 1e-2);
        assertArrayEquals(digit(5), new ImageChange.Inversion().apply(once), 1e-6f);
    }

    @Test
    void addedNoiseIsEvenSeededAndStaysWithinTheRange() {
        float[] grey = filled(0.5f);
        float[] noisy = new ImageChange.AddedNoise(0.4, 11).apply(grey);
        assertArrayEquals(noisy, new ImageChange.AddedNoise(0.4, 11).apply(grey), 0);
        assertFalse(Arrays.equals(noisy, new ImageChange.AddedNoise(0.4, 12).apply(grey)));
        // Even on 0.1 to 0.9: mean 0.5, deviation 0.4 / sqrt(3).
        assertEquals(0.5, sum(noisy) / 784, 0.03);
        assertEquals(0.4 / Math.sqrt(3), deviation(noisy), 0.02);
        // Twice the strength is twice the same pattern.
        assertEquals(2 * (noisy[3] - 0.5), new ImageChange.AddedNoise(0.8, 11).apply(grey)[3] - 0.5, 0.3);
        for (float pixel : new ImageChange.AddedNoise(1, 11).apply(digit(4))) {
            assertTrue(pixel >= 0 && pixel <= 1, "pixel " + pixel);
        }
    }

    @Test
    void onlyNoiseForgetsTheImageAndReachesItsStrength() {
        float[] noise = new ImageChange.OnlyNoise(0.6, 3).apply(digit(8));
        assertArrayEquals(noise, new ImageChange.OnlyNoise(0.6, 3).apply(filled(0)), 0);
        assertEquals(0.3, sum(noise) / 784, 0.02);
        float most = 0;
        for (float pixel : noise) {
            most = Math.max(most, pixel);
        }
        assertTrue(most > 0.59 && most < 0.6, "most " + most);
        assertEquals(0, sum(new ImageChange.OnlyNoise(0, 3).apply(digit(8))), 0);
    }

    @Test
    void noChangeWritesIntoItsInput() {
        float[] image = digit(6);
        float[] before = image.clone();
        long seed = 21;
        SplittableRandom random = new SplittableRandom(seed);
        for (ImageChange change : List.of(
                new ImageChange.Blend(digit(1), random.nextDouble()),
                new ImageChange.BlankHalf(Half.TOP),
                new ImageChange.Rotation(random.nextDouble(-180, 180)),
                new ImageChange.Inversion(),
                new ImageChange.AddedNoise(1, seed),
                new ImageChange.OnlyNoise(1, seed))) {
            float[] changed = change.apply(image);
            assertArrayEquals(before, image, 0, change.toString());
            assertEquals(784, changed.length);
        }
    }

    @Test
    void wrongNumbersAreRefusedByName() {
        assertEquals(
                "share of the other image: expected 0.0 to 1.0, but got 1.5",
                message(() -> new ImageChange.Blend(digit(1), 1.5)));
        assertEquals(
                "strength of the noise: expected 0.0 to 1.0, but got NaN",
                message(() -> new ImageChange.AddedNoise(Double.NaN, 1)));
        assertEquals(
                "rotation in degrees: expected a finite number, but got Infinity",
                message(() -> new ImageChange.Rotation(Double.POSITIVE_INFINITY)));
        assertEquals(
                "image: expected 784 pixels, but got 3",
                message(() -> new ImageChange.Inversion().apply(new float[3])));
    }

    private static String message(Runnable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    }

    private static float[] digit(int index) {
        return DIGITS.image(index);
    }

    private static float[] filled(float value) {
        float[] image = new float[784];
        Arrays.fill(image, value);
        return image;
    }

    private static double sum(float[] image) {
        double sum = 0;
        for (float pixel : image) {
            sum += pixel;
        }
        return sum;
    }

    private static double deviation(float[] image) {
        double mean = sum(image) / image.length;
        double squares = 0;
        for (float pixel : image) {
            squares += (pixel - mean) * (pixel - mean);
        }
        return Math.sqrt(squares / image.length);
    }

    private static double meanDistance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }
}
