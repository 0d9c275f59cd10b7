package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.GaussianBlur;

/** Pictures that are no digits. */
class ClutterTest {

    private static final int SIDE = DigitImage.SIDE;
    private static final int PIXELS = SIDE * SIDE;
    private static final long SEED = 20;
    private static final int COUNT = 2000;

    private static float[] picture(int side, long seed) {
        float[] picture = new float[side * side];
        new Clutter(side).draw(picture, 0, new SplittableRandom(seed));
        return picture;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static void assertInRange(float[] picture, String which) {
        for (float value : picture) {
            assertTrue(value >= 0 && value <= 1, which + ": " + value);
        }
    }

    @Test
    void pixelsReachFromNoInkToAllOfIt() {
        float least = 1;
        float most = 0;
        for (long seed = 0; seed < COUNT; seed++) {
            float[] picture = picture(SIDE, seed);
            assertInRange(picture, "seed " + seed);
            for (float value : picture) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        assertEquals(0, least, 1e-6);
        assertEquals(1, most, 1e-6);
    }

    @Test
    void theSameSeedDrawsTheSamePictureAndAnotherSeedAnother() {
        for (long seed = 0; seed < 200; seed++) {
            assertArrayEquals(picture(SIDE, seed), picture(SIDE, seed));
            assertFalse(Arrays.equals(picture(SIDE, seed), picture(SIDE, seed + 1)), "seeds " + seed + " and one more");
        }
    }

    @Test
    void whatWasThereIsReplacedAndNothingBesideIt() {
        float[] images = new float[3 * PIXELS];
        Arrays.fill(images, 7);
        new Clutter(SIDE).draw(images, PIXELS, new SplittableRandom(SEED));
        for (int i = 0; i < PIXELS; i++) {
            assertEquals(7, images[i], 0f);
            assertEquals(7, images[2 * PIXELS + i], 0f);
        }
        assertArrayEquals(picture(SIDE, SEED), Arrays.copyOfRange(images, PIXELS, 2 * PIXELS));
    }

    @Test
    void everyKindIsAsLikely() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<ClutterKind, Integer> counts = new EnumMap<>(ClutterKind.class);
        for (int i = 0; i < 40_000; i++) {
            counts.merge(ClutterKind.any(random), 1, Integer::sum);
        }
        assertEquals(4, counts.size());
        counts.forEach((kind, count) -> assertEquals(10_000, count, 400, kind + ", seed " + SEED));
    }

    /** Digits of MNIST have 0.13. */
    @Test
    void inkOfEveryKindIsNeitherRareNorEverywhere() {
        double[] ink = new double[4];
        double[] empty = new double[4];
        for (ClutterKind kind : ClutterKind.values()) {
            SplittableRandom random = new SplittableRandom(SEED);
            float[] picture = new float[PIXELS];
            for (int i = 0; i < COUNT; i++) {
                new Clutter(SIDE).draw(kind, picture, 0, random);
                ink[kind.ordinal()] += mean(picture) / COUNT;
                for (float value : picture) {
                    empty[kind.ordinal()] += value < 0.05 ? 1.0 / COUNT / PIXELS : 0;
                }
            }
        }
        String seen = "ink " + Arrays.toString(ink) + ", empty " + Arrays.toString(empty);
        assertEquals(0.148, ink[0], 0.02, seen);
        assertArrayEquals(new double[] {0.070, 0.038, 0.065}, Arrays.copyOfRange(ink, 1, 4), 0.008, seen);
        assertArrayEquals(new double[] {0.71, 0.83, 0.84, 0.77}, empty, 0.03, seen);
    }

    @Test
    void shapesHaveHardEdgesAndFieldsAndSpotsSoftOnes() {
        double stroke = steepest(ClutterKind.STROKES);
        double arc = steepest(ClutterKind.ARCS);
        double spot = steepest(ClutterKind.SPOTS);
        String seen = "strokes " + stroke + ", arcs " + arc + ", spots " + spot;
        assertTrue(stroke > arc && arc > spot && spot > 0.02, seen);
    }

    /** Largest step from a pixel to the one below, on average over pictures as the kind paints them. */
    private static double steepest(ClutterKind kind) {
        SplittableRandom random = new SplittableRandom(SEED);
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            float[] picture = kind.paint(SIDE, 2, random);
            float most = 0;
            for (int pixel = SIDE; pixel < PIXELS; pixel++) {
                most = Math.max(most, Math.abs(picture[pixel] - picture[pixel - SIDE]));
            }
            sum += most;
        }
        return sum / COUNT;
    }

    @Test
    void fourInTenAreSmall() {
        int small = 0;
        for (long seed = 0; seed < COUNT; seed++) {
            float[] picture = new float[PIXELS];
            new Clutter(SIDE).draw(ClutterKind.FIELD, picture, 0, new SplittableRandom(seed));
            small += emptyEdges(picture) ? 1 : 0;
        }
        // Of 0.3 to 0.75 of the side; a field that is not small has some ink in its first and last columns and rows.
        assertEquals(0.4, (double) small / COUNT, 0.06, "seeds 0 to " + (COUNT - 1));
    }

    /** Whether a quarter of the columns and a quarter of the rows have no ink at all, as beside a field that was shrunk. */
    private static boolean emptyEdges(float[] picture) {
        int columns = 0;
        int rows = 0;
        for (int line = 0; line < SIDE; line++) {
            boolean column = true;
            boolean row = true;
            for (int i = 0; i < SIDE; i++) {
                column &= picture[i * SIDE + line] == 0;
                row &= picture[line * SIDE + i] == 0;
            }
            columns += column ? 1 : 0;
            rows += row ? 1 : 0;
        }
        return columns >= SIDE / 4 - 1 && rows >= SIDE / 4 - 1;
    }

    @Test
    void threeInTenAreSymmetricBeforeSomeAreShrunk() {
        int leftRight = 0;
        int upDown = 0;
        for (long seed = 0; seed < COUNT; seed++) {
            float[] picture = picture(SIDE, seed);
            leftRight += isSymmetric(picture, 1, SIDE) ? 1 : 0;
            upDown += isSymmetric(picture, SIDE, 1) ? 1 : 0;
        }
        // Two of three mirrored pictures are so in either direction; six in ten stay as large, and in the middle.
        assertEquals(0.12, (double) leftRight / COUNT, 0.03);
        assertEquals(0.12, (double) upDown / COUNT, 0.03);
    }

    private static boolean isSymmetric(float[] picture, int along, int across) {
        for (int line = 0; line < SIDE; line++) {
            for (int i = 0; i < SIDE / 2; i++) {
                float here = picture[line * across + i * along];
                float there = picture[line * across + (SIDE - 1 - i) * along];
                if (Math.abs(here - there) > 1e-5) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void everySizeIsDrawn() {
        for (int side = 1; side <= 64; side++) {
            SplittableRandom random = new SplittableRandom(side);
            float[] picture = new float[side * side];
            for (ClutterKind kind : ClutterKind.values()) {
                for (int i = 0; i < 20; i++) {
                    new Clutter(side).draw(kind, picture, 0, random);
                    assertInRange(picture, kind + ", side " + side);
                }
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new Clutter(0));
    }

    @Test
    void shapesGrowWithThePicture() {
        for (ClutterKind kind : ClutterKind.values()) {
            double small = meanInk(kind, SIDE);
            double large = meanInk(kind, 2 * SIDE);
            assertEquals(small, large, 0.02, kind + ", seed " + SEED);
        }
    }

    private static double meanInk(ClutterKind kind, int side) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] picture = new float[side * side];
        double ink = 0;
        for (int i = 0; i < COUNT / 2; i++) {
            new Clutter(side).draw(kind, picture, 0, random);
            ink += mean(picture) / (COUNT / 2);
        }
        return ink;
    }

    @Test
    void aBlurKeepsTheInkAwayFromTheEdgesAndIsAsWideAsItSays() {
        float[] point = new float[41 * 41];
        point[20 * 41 + 20] = 1;
        float[] blurred = new GaussianBlur(41, 3).of(point);
        double ink = 0;
        double[] spread = new double[2];
        for (int i = 0; i < blurred.length; i++) {
            ink += blurred[i];
            spread[0] += blurred[i] * Math.pow(i % 41 - 20, 2);
            spread[1] += blurred[i] * Math.pow(i / 41 - 20, 2);
        }
        assertEquals(1, ink, 1e-5);
        // A Gaussian of deviation 3 that ends after 8 pixels has this one.
        double inside = 0;
        double squares = 0;
        for (int i = -8; i <= 8; i++) {
            inside += Math.exp(-i * i / 18.0);
            squares += i * i * Math.exp(-i * i / 18.0);
        }
        assertEquals(squares / inside, spread[0], 1e-4);
        assertEquals(squares / inside, spread[1], 1e-4);
    }
}
