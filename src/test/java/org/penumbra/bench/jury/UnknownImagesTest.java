package org.penumbra.bench.jury;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.bench.jury.UnknownImages.Role;
import org.penumbra.bench.jury.UnknownImages.Unknowns;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;

/** Images of no class, the same for a seed. */
class UnknownImagesTest {

    private static final ImageData DIGITS = new BuiltInDigits(40, 60, 1).make();

    private static List<Unknowns> sets(boolean digits) {
        return new UnknownImages(30, 2).all(DIGITS.test(), digits, "others", DIGITS.training(), DIGITS.test());
    }

    @Test
    void theSameSeedMakesTheSameImages() {
        List<Unknowns> one = sets(true);
        List<Unknowns> other = sets(true);
        for (int set = 0; set < one.size(); set++) {
            assertEquals(30, one.get(set).images().count(), one.get(set).name());
            for (int i = 0; i < 30; i++) {
                assertArrayEquals(
                        one.get(set).images().image(i),
                        other.get(set).images().image(i),
                        one.get(set).name());
            }
        }
    }

    @Test
    void changedImagesAreWhatTheirNamesSay() {
        List<Unknowns> sets = sets(true);
        float[] known = DIGITS.test().image(1);
        float[] turned = named(sets, "turned").image(0);
        float[] inverted = named(sets, "inverted").image(1);
        float[] overlaid = named(sets, "two laid").image(1);
        float[] patches = named(sets, "patches").image(1);
        double ink = 0;
        double patchInk = 0;
        for (int i = 0; i < 784; i++) {
            // A zero is left out, so the first turned image is the 1; its top row becomes the right column.
            assertEquals(known[i], turned[i % 28 * 28 + 27 - i / 28], 1e-6);
            assertEquals(1 - known[i], inverted[i], 0.003);
            assertEquals(Math.max(known[i], DIGITS.test().image(2)[i]), overlaid[i], 0.003);
            ink += known[i];
            patchInk += patches[i];
        }
        assertEquals(ink, patchInk, 1e-3, "patches change their places only");
    }

    @Test
    void digitsAreNearToAModelOfDigits() {
        assertEquals(List.of("digits of the program's own letters", "built-in digits"), near(sets(true)));
        assertEquals(List.of(), near(sets(false)));
        assertTrue(sets(true).stream().anyMatch(set -> set.role() == Role.CHOOSE));
    }

    private static List<String> near(List<Unknowns> sets) {
        return sets.stream().filter(Unknowns::near).map(Unknowns::name).toList();
    }

    private static ImageSet named(List<Unknowns> sets, String start) {
        return sets.stream()
                .filter(set -> set.name().startsWith(start))
                .findFirst()
                .orElseThrow()
                .images();
    }
}
