package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.net.plane.PlaneTrainingSettings;

/** Which numbers a setting takes, and how that is said. */
class RangeTest {

    @Test
    void boundsAreInOrOutAsTheRangeSays() {
        Range closed = Range.of(0, 10);
        Range above = Range.above(0, 10);
        Range below = Range.below(0, 10);
        assertTrue(closed.contains(0) && closed.contains(10));
        assertTrue(!above.contains(0) && above.contains(Double.MIN_VALUE) && above.contains(10));
        assertTrue(below.contains(0) && below.contains(Math.nextDown(10.0)) && !below.contains(10));
        for (Range range : new Range[] {closed, above, below}) {
            assertFalse(range.contains(Double.NaN));
            assertFalse(range.contains(Double.POSITIVE_INFINITY));
            assertFalse(range.contains(-1));
        }
    }

    @Test
    void aRangeIsSaidInWords() {
        assertEquals("a number from 0 to 10", Range.of(0, 10).expectation());
        assertEquals("a number above 0 and at most 1000", Range.above(0, 1000).expectation());
        assertEquals("a number from 0 on and below 1", Range.below(0, 1).expectation());
    }

    @Test
    void settingsRefuseWhatTheirFilesRefuse() {
        assertRefused(
                () -> new PlaneTrainingSettings(1000.5, 0.1, 1, 64),
                "learning rate: expected a number above 0 and at most 1000, but got 1000.5");
        assertRefused(
                () -> new PlaneTrainingSettings(0.1, 11, 1, 64), "sigma: expected a number from 0 to 10, but got 11.0");
        assertRefused(
                () -> new ConfidenceSettings(2e6, 0, 0.5),
                "alpha: expected a number from 0 to 1000000, but got 2000000.0");
        assertRefused(
                () -> new ConfidenceSettings(1, 0, 0), "tau: expected a number above 0 and at most 1, but got 0.0");
    }

    private static void assertRefused(Runnable settings, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, settings::run).getMessage());
    }
}
