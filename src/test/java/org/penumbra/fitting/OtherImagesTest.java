package org.penumbra.fitting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageSet;
import org.penumbra.fitting.OtherImages.Part;
import org.penumbra.kit.SampleModels;
import org.penumbra.net.image.ImageArchitecture;

/** Images of no class, as somebody named them. */
class OtherImagesTest {

    @TempDir
    Path folder;

    private OtherImages others() {
        return new OtherImages(DataHome.in(folder), SampleModels.of(ImageArchitecture.CNN, 1));
    }

    @Test
    void lettersToLearnFromAreOthersThanThoseToTestWith() {
        ImageSet test = others().load("letters", Part.TEST, 50, 1);
        ImageSet again = others().load("letters", Part.TEST, 50, 1);
        ImageSet training = others().load("letters", Part.TRAINING, 50, 1);
        assertEquals(50, test.count());
        for (int i = 0; i < test.count(); i++) {
            assertArrayEquals(test.image(i), again.image(i));
            assertFalse(Arrays.equals(test.image(i), training.image(i)), "letter " + i);
        }
    }

    @Test
    void aSetThatIsNowhereIsAProblemOfTheData() {
        DataException problem = assertThrows(DataException.class, () -> others().load("nowhere", Part.TEST, 5, 1));
        assertTrue(problem.getMessage().contains("nowhere"), problem.getMessage());
    }
}
