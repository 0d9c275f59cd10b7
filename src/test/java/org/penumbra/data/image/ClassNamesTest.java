package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels of other sets are understood by the names of their classes. */
class ClassNamesTest {

    private static final ClassNames KNOWN = new ClassNames(List.of("left", "right", "caf\u00E9", "T-shirt/top"));

    @Test
    void labelsFollowTheNamesWhateverTheirOrder() {
        ClassNames.Match match = KNOWN.match(images(0, 1, 1, 2), List.of("right", "left", "caf\u00E9"));
        assertTrue(match.isWhole());
        assertArrayEquals(new int[] {1, 0, 0, 2}, labels(match.images()));
        assertEquals(List.of("T-shirt/top"), match.absent());
    }

    @Test
    void aFolderIsCalledLikeTheClassAsFarAsASystemAllows() {
        // A Mac writes an accent as a letter of its own, and no system a slash.
        ClassNames.Match match = KNOWN.match(images(0, 1, 2), List.of("cafe\u0301", "T-shirt_top", "T-shirt-top"));
        assertTrue(match.isWhole());
        assertArrayEquals(new int[] {2, 3, 3}, labels(match.images()));
    }

    @Test
    void namesTheModelDoesNotKnowAreListedIfTheyOccur() {
        ClassNames.Match match = KNOWN.match(images(0, 2), List.of("left", "Right", "up"));
        assertFalse(match.isWhole());
        assertEquals(List.of("up"), match.unknown(), "no image is called Right");
        assertEquals(List.of("right", "caf\u00E9", "T-shirt/top"), match.absent());
        assertEquals(
                List.of("Right"),
                KNOWN.match(images(1), List.of("left", "Right")).unknown());
    }

    @Test
    void aPartOfASetIsRelabelledAlone() {
        ImageSet part = images(0, 1, 2, 3).part(1, 3).relabelled(new int[] {9, 8, 7, 6});
        assertArrayEquals(new int[] {8, 7}, labels(part));
        assertEquals(1 / 255f, part.image(0)[0], 1e-7);
    }

    /** Images of one pixel that count up. */
    private static ImageSet images(int... labels) {
        byte[] bytes = new byte[labels.length];
        byte[] pixels = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
            pixels[i] = (byte) i;
        }
        return new ImageSet(1, 1, pixels, bytes);
    }

    private static int[] labels(ImageSet images) {
        int[] labels = new int[images.count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = images.label(i);
        }
        return labels;
    }
}
