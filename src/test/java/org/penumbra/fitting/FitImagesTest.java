package org.penumbra.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.penumbra.data.image.ImageSet;

class FitImagesTest {

    @Test
    void imagesArePartedAsATrainingPartsThem() {
        ImageSet images = new ImageSet(1, 1, new byte[] {0, 1, 2, 3, 4, 5, 6}, new byte[7]);
        FitImages parted = FitImages.of(images, 2);
        assertEquals(5, parted.learnt().count());
        assertEquals(2, parted.heldOut().count());
        assertEquals(images.image(5)[0], parted.heldOut().image(0)[0]);
        assertEquals(1, FitImages.ofOthers(images).heldOut().count());
        assertEquals(images, FitImages.of(images, 0).heldOut());
        assertThrows(IllegalArgumentException.class, () -> FitImages.of(images, 7));
    }
}
