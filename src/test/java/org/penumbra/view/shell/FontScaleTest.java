package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FontScaleTest {

    @Test
    void theSmallestWindowHasReadableLettersAndLargerOnesLargerLetters() {
        assertEquals(13, FontScale.size(1280, 800));
        assertEquals(13, FontScale.size(900, 500));
        assertTrue(FontScale.size(1920, 1080) >= 16);
        assertEquals(22, FontScale.size(7680, 4320));
    }

    @Test
    void theNarrowerDirectionDecides() {
        assertEquals(13, FontScale.size(1280, 2000));
        assertEquals(13, FontScale.size(3000, 800));
    }
}
