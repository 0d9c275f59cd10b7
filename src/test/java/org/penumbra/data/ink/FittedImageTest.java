package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;

/** One picture or drawing as models of several fits see it. */
class FittedImageTest {

    @Test
    void asIsNeverChangesALevelOfAnImageAndNeverInverts() {
        float[] shirt = new float[784];
        for (int i = 0; i < 784; i++) {
            shirt[i] = i % 28 < 4 ? 0 : 0.6f + i / 784f * 0.4f;
        }
        Picture picture = new Picture("a shirt that fills its image", 28, 28, shirt);
        assertArrayEquals(shirt, Fit.AS_IS.pixels(picture));
        assertFalse(Arrays.equals(shirt, Fit.WHOLE.pixels(picture)), "its border is light");
        float[] twice = new float[56 * 56];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = shirt[i / 56 / 2 * 28 + i % 56 / 2];
        }
        assertArrayEquals(shirt, Fit.AS_IS.pixels(new Picture("larger", 56, 56, twice)), 1e-5f);
    }

    @Test
    void aPictureIsCroppedForDigitsAndWholeForOthers() {
        float[] dot = new float[784];
        dot[3 * 28 + 3] = 1;
        float[] light = new float[784];
        for (int i = 0; i < 784; i++) {
            light[i] = 1 - dot[i];
        }
        FittedImage image = FittedImage.of(new Picture("a dot", 28, 28, light), Fit.WHOLE);
        assertArrayEquals(dot, image.of(Fit.WHOLE), 1e-6f);
        assertArrayEquals(light, image.of(Fit.AS_IS));
        assertEquals(1, image.of(Fit.DIGIT)[14 * 28 + 14], 1e-6);
        assertArrayEquals(dot, image.all(Fit.WHOLE).of(Fit.DIGIT), 1e-6f);
    }

    @Test
    void aBlankPictureIsRefusedWhereThereMustBeInkAndEmptyForOthers() {
        Picture blank = new Picture("blank", 28, 28, new float[784]);
        assertThrows(PictureException.class, () -> FittedImage.of(blank, Fit.DIGIT));
        assertTrue(FittedImage.of(blank, Fit.WHOLE).isBlank());
    }

    @Test
    void theWholePadIsThePictureOfModelsThatAreNoDigits() {
        // A dot of 9 units about (20, 80) of a pad of 100.
        List<Stroke> strokes = List.of(new Stroke(List.of(new Position(20, 80))));
        FittedImage image = FittedImage.of(strokes, 9, 100);
        assertArrayEquals(DigitImage.of(strokes, 9).pixels(), image.of(Fit.DIGIT));
        assertSame(image.of(Fit.WHOLE), image.of(Fit.AS_IS));
        float[] whole = image.of(Fit.WHOLE);
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < 784; i++) {
            mass += whole[i];
            x += whole[i] * (i % 28 + 0.5);
            y += whole[i] * (i / 28 + 0.5);
        }
        assertEquals(Math.PI * 4.5 * 4.5 * 0.28 * 0.28, mass, 0.2);
        assertEquals(20 * 0.28, x / mass, 0.1);
        assertEquals(80 * 0.28, y / mass, 0.1);
        assertTrue(FittedImage.of(List.of(), 9, 100).isBlank());
    }

    @Test
    void aChangeIsMadeOnceOfWhatFitsShare() {
        float[] same = new float[784];
        FittedImage changed = FittedImage.same(same).changed(pixels -> {
            float[] next = pixels.clone();
            next[0] = 1;
            return next;
        });
        assertSame(changed.of(Fit.DIGIT), changed.of(Fit.AS_IS));
        assertEquals(0, same[0]);
        assertFalse(changed.isBlank());
        assertTrue(FittedImage.same(same).looksLike(FittedImage.same(new float[784])));
        assertFalse(changed.looksLike(FittedImage.same(same)));
    }
}
