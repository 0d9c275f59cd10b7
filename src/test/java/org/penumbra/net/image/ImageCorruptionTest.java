package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.data.image.Clutter;

class ImageCorruptionTest {

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final int COUNT = 3000;

    /** Corrupts the second of three images that are all of one grey. */
    private static float[] corrupted(double sigma, double clutter, long seed) {
        float[] clean = new float[3 * PIXELS];
        Arrays.fill(clean, 0.25f);
        float[] images = new float[3 * PIXELS];
        new ImageCorruption(sigma, clutter).apply(clean, images, PIXELS, new SplittableRandom(seed));
        for (int i = 0; i < PIXELS; i++) {
            assertEquals(0, images[i], 0f);
            assertEquals(0, images[2 * PIXELS + i], 0f);
            assertEquals(0.25f, clean[PIXELS + i], 0f);
        }
        return Arrays.copyOfRange(images, PIXELS, 2 * PIXELS);
    }

    @Test
    void withoutClutterOnlyTheNoiseDraws() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] expected = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                expected[i] = 0.25f + 0.1f * (float) random.nextGaussian();
            }
            assertArrayEquals(expected, corrupted(0.1, 0, seed));
        }
    }

    @Test
    void clutterComesFirstAndNoiseOnTop() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            random.nextDouble();
            float[] expected = new float[PIXELS];
            new Clutter(ImageSettings.SIDE).draw(expected, 0, random);
            assertArrayEquals(expected, corrupted(0, 1, seed));
            for (int i = 0; i < PIXELS; i++) {
                expected[i] += 0.1f * (float) random.nextGaussian();
            }
            assertArrayEquals(expected, corrupted(0.1, 1, seed));
        }
    }

    @Test
    void theShareOfReplacedImagesIsTheOneAskedFor() {
        float[] clean = new float[PIXELS];
        Arrays.fill(clean, 0.25f);
        for (double share : new double[] {0, 0.3, 1}) {
            int replaced = 0;
            for (long seed = 0; seed < COUNT; seed++) {
                float[] image = new float[PIXELS];
                boolean said = new ImageCorruption(0, share).apply(clean, image, 0, new SplittableRandom(seed));
                assertEquals(said, !Arrays.equals(clean, image), "seed " + seed);
                replaced += said ? 1 : 0;
            }
            double tolerance = share == 0 || share == 1 ? 0 : 0.03;
            assertEquals(share, (double) replaced / COUNT, tolerance, "seeds 0 to " + (COUNT - 1));
        }
    }

    @Test
    void eitherCorruptionIsOne() {
        assertFalse(new ImageCorruption(0, 0).corrupts());
        assertTrue(new ImageCorruption(0.1, 0).corrupts());
        assertTrue(new ImageCorruption(0, 0.1).corrupts());
    }
}
