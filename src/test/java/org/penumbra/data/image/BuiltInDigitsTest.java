package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.RealDigits;

class BuiltInDigitsTest {

    private static final int PIXELS = 784;
    private static final ImageData DIGITS = new BuiltInDigits(4000, 1000, 11).make();

    @Test
    void anImageDependsOnSeedAndNumberAlone() {
        ImageData fewer = new BuiltInDigits(37, 5, 11).make();
        for (int i = 0; i < 37; i++) {
            assertArrayEquals(DIGITS.training().image(i), fewer.training().image(i));
        }
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(DIGITS.test().image(i), fewer.test().image(i));
        }
    }

    @Test
    void theImagesOfThisVersionAreTheSameEverywhere() {
        CRC32 sum = new CRC32();
        ImageSet images = new BuiltInDigits(200, 1, 1).make().training();
        for (int i = 0; i < images.count(); i++) {
            for (float value : images.image(i)) {
                sum.update(Math.round(255 * value));
            }
        }
        assertEquals(1, BuiltInDigits.VERSION);
        assertEquals(
                2_456_539_232L,
                sum.getValue(),
                "The built-in digits look different now. If that is meant, raise "
                        + "BuiltInDigits.VERSION, so that what was trained on the old ones is not taken for reproducible.");
    }

    @Test
    void noImageComesTwiceWhateverTheSeed() {
        Set<Integer> seen = new HashSet<>();
        ImageData other = new BuiltInDigits(1000, 1, 12).make();
        int images = 0;
        for (ImageSet set : new ImageSet[] {DIGITS.training(), DIGITS.test(), other.training()}) {
            for (int i = 0; i < set.count(); i++) {
                seen.add(Arrays.hashCode(set.image(i)));
                images++;
            }
        }
        // Of 6000 hash codes of 32 bits, one pair is equal by chance in 250 runs.
        assertTrue(seen.size() >= images - 1, seen.size() + " different of " + images);
    }

    @Test
    void everyDigitComesAsOften() {
        int[] counts = new int[10];
        for (int i = 0; i < DIGITS.training().count(); i++) {
            counts[DIGITS.training().label(i)]++;
        }
        assertArrayEquals(IntStream.generate(() -> 400).limit(10).toArray(), counts);
        assertEquals("7", DIGITS.classes().get(7));
        assertEquals("version 1, seed 11, 4000 + 1000", DIGITS.checksums().get("generator"));
    }

    @Test
    void greyLevelsAreSpreadLikeMnists() {
        double sum = 0;
        int background = 0;
        int full = 0;
        int values = DIGITS.training().count() * PIXELS;
        for (int i = 0; i < DIGITS.training().count(); i++) {
            for (float value : DIGITS.training().image(i)) {
                sum += value;
                background += value == 0 ? 1 : 0;
                full += value > 0.98 ? 1 : 0;
            }
        }
        // MNIST: 0.1307, 0.809, 0.074.
        assertEquals(0.131, sum / values, 0.006);
        assertEquals(0.809, (double) background / values, 0.012);
        assertEquals(0.074, (double) full / values, 0.006);
    }

    @Test
    void everyDigitFillsItsBoxAndIsCentred() {
        for (int i = 0; i < DIGITS.training().count(); i++) {
            float[] image = DIGITS.training().image(i);
            Outline outline = Outline.of(image);
            assertEquals(20, Math.max(outline.width(), outline.height()), 1, "size of image " + i);
            // An image that would be cut off at the frame stays inside instead.
            boolean atFrame =
                    outline.left() == 0 || outline.right() == 27 || outline.top() == 0 || outline.bottom() == 27;
            assertEquals(14, outline.massX(), atFrame ? 2 : 0.51, "middle of image " + i);
            assertEquals(14, outline.massY(), atFrame ? 2 : 0.51, "middle of image " + i);
        }
    }

    @Test
    void theClassesCanBeToldApartButNotByTheirMeans() {
        double byMean = accuracyOfMeans(DIGITS.training(), DIGITS.test());
        double byNeighbour = accuracyOfNeighbour(DIGITS.training(), DIGITS.test());
        assertTrue(byMean > 0.6 && byMean < 0.9, "nearest mean: " + byMean);
        assertTrue(byNeighbour > 0.85 && byNeighbour < 0.99, "nearest neighbour: " + byNeighbour);
    }

    @Test
    void theyTeachToReadRealDigits() throws IOException {
        double accuracy = accuracyOfNeighbour(DIGITS.training(), RealDigits.first(1000));
        assertTrue(accuracy > 0.84, "nearest neighbour on MNIST: " + accuracy);
    }

    @Test
    void noImagesOrTooManyAreRefused() {
        assertEquals(
                "built-in digits: expected 1 to 1000000 training images, but got 0",
                assertThrows(IllegalArgumentException.class, () -> new BuiltInDigits(0, 5, 1))
                        .getMessage());
        assertEquals(
                "built-in digits: expected 1 to 1000000 test images, but got 2000000",
                assertThrows(IllegalArgumentException.class, () -> new BuiltInDigits(5, 2_000_000, 1))
                        .getMessage());
    }

    private static double accuracyOfNeighbour(ImageSet known, ImageSet asked) {
        float[][] images =
                IntStream.range(0, known.count()).mapToObj(known::image).toArray(float[][]::new);
        return accuracy(asked, image -> known.label(nearest(images, image)));
    }

    private static double accuracyOfMeans(ImageSet known, ImageSet asked) {
        float[][] means = new float[10][PIXELS];
        for (int i = 0; i < known.count(); i++) {
            float[] image = known.image(i);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                means[known.label(i)][pixel] += image[pixel] * 10 / known.count();
            }
        }
        return accuracy(asked, image -> nearest(means, image));
    }

    private static double accuracy(ImageSet asked, ToIntFunction<float[]> classifier) {
        return IntStream.range(0, asked.count())
                        .parallel()
                        .filter(i -> classifier.applyAsInt(asked.image(i)) == asked.label(i))
                        .count()
                / (double) asked.count();
    }

    private static int nearest(float[][] images, float[] image) {
        int nearest = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < images.length; i++) {
            float distance = 0;
            for (int pixel = 0; pixel < PIXELS && distance < least; pixel++) {
                float difference = images[i][pixel] - image[pixel];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    @Test
    void theMeanOfAPartIsTheMeanOfItsImagesPixelByPixel() {
        ImageSet part = DIGITS.training().part(100, 400);
        double[] sums = new double[PIXELS];
        for (int image = 0; image < 300; image++) {
            float[] pixels = part.image(image);
            for (int i = 0; i < PIXELS; i++) {
                sums[i] += pixels[i];
            }
        }
        float[] mean = part.mean();
        for (int i = 0; i < PIXELS; i++) {
            assertEquals(sums[i] / 300, mean[i], 1e-6, "pixel " + i);
        }
        assertThrows(IllegalStateException.class, () -> part.part(0, 0).mean());
    }
}
