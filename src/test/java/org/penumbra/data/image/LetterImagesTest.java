package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Letters as images of no digit. */
class LetterImagesTest {

    private static final String ALL = LetterImages.CAPITALS + LetterImages.SMALL;

    @Test
    void theSameSeedDrawsTheSameLettersAndAnotherOthers() {
        ImageSet one = new LetterImages(ALL, 80, 3).make();
        ImageSet again = new LetterImages(ALL, 80, 3).make();
        ImageSet other = new LetterImages(ALL, 80, 4).make();
        assertEquals(80, one.count());
        for (int i = 0; i < one.count(); i++) {
            assertArrayEquals(one.image(i), again.image(i));
            assertFalse(Arrays.equals(one.image(i), other.image(i)), "letter " + i);
        }
        assertFalse(Arrays.equals(one.image(0), one.image(ALL.length())), "an A is drawn anew each time");
    }

    @Test
    void aLetterHasAsMuchInkAsADigitAndItsMiddleIsTheMiddleOfTheImage() {
        ImageSet letters = new LetterImages(ALL, 40, 1).make();
        for (int i = 0; i < letters.count(); i++) {
            float[] image = letters.image(i);
            double ink = 0;
            double across = 0;
            for (int pixel = 0; pixel < image.length; pixel++) {
                ink += image[pixel];
                across += image[pixel] * (pixel % 28 + 0.5);
            }
            assertEquals(14, across / ink, 1.0, "letter " + i);
            assertTrue(ink > 20 && ink < 300, "letter " + i + " has ink " + ink);
        }
    }

    /** A letter lies farther from its nearest digit than digits of the test part do: medians are compared. */
    @Test
    void lettersAreNoDigits() {
        ImageData digits = new BuiltInDigits(600, 60, 1).make();
        ImageSet letters = new LetterImages(ALL, 60, 1).make();
        double[] known = nearest(digits.test(), digits.training());
        double[] unknown = nearest(letters, digits.training());
        Arrays.sort(known);
        Arrays.sort(unknown);
        assertTrue(unknown[30] > 1.15 * known[30], unknown[30] + " against " + known[30]);
    }

    private static double[] nearest(ImageSet images, ImageSet to) {
        double[] distances = new double[images.count()];
        for (int i = 0; i < distances.length; i++) {
            float[] image = images.image(i);
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < to.count(); j++) {
                least = Math.min(least, to.squaredDistance(j, image, least));
            }
            distances[i] = Math.sqrt(least);
        }
        return distances;
    }

    @Test
    void noLettersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LetterImages("", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LetterImages("A", -1, 1));
    }
}
