package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.data.DataException;

class SomeClassesTest {

    private final ImageData whole = new BuiltInDigits(40, 20, 5).make();

    @Test
    void theImagesOfTheClassesStayInTheirOrderUnderLabelsFromZero() {
        ImageData some = new SomeClasses(List.of("7", "2")).of(whole);
        assertEquals(List.of("7", "2"), some.classes());
        assertEquals(8, some.training().count());
        assertEquals(4, some.test().count());
        int at = 0;
        for (int i = 0; i < whole.training().count(); i++) {
            int label = whole.training().label(i);
            if (label == 7 || label == 2) {
                assertEquals(label == 7 ? 0 : 1, some.training().label(at), "label of image " + i);
                assertArrayEquals(whole.training().image(i), some.training().image(at++));
            }
        }
        assertEquals(whole.identity(), some.identity(), "it is still the same data set");
    }

    @Test
    void theChoiceStandsAmongTheChecksums() {
        SomeClasses some = new SomeClasses(List.of("T-shirt/top", "Bag, small"));
        ImageSet images = whole.training();
        ImageData named = new ImageData(
                "own",
                "Own",
                List.of("Bag, small", "T-shirt/top", "2", "3", "4", "5", "6", "7", "8", "9"),
                images,
                whole.test(),
                Map.of("pictures", "abc"));
        assertEquals(Optional.of(some), SomeClasses.recorded(some.of(named).checksums()));
        assertEquals(Optional.empty(), SomeClasses.recorded(named.checksums()));
    }

    @Test
    void aClassThatIsNotThereOrNamedTwiceIsRefused() {
        String missing = assertThrows(DataException.class, () -> new SomeClasses(List.of("1", "a")).of(whole))
                .getMessage();
        assertTrue(missing.contains("0, 1, 2") && missing.contains("\"a\""), missing);
        String twice = assertThrows(DataException.class, () -> new SomeClasses(List.of("1", "1")).of(whole))
                .getMessage();
        assertTrue(twice.contains("each class once"), twice);
    }
}
