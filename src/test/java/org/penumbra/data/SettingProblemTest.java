package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;

/** What a person reads of a setting that is out of its range; other tests ask which setting it is. */
class SettingProblemTest {

    @Test
    void aSettingIsToldWithWhatWasExpectedAndFound() {
        assertSaid(
                "sigma: expected a number from 0 to 10, but got 11.0",
                () -> Range.of(0, 10).require("sigma", 11));
        assertSaid(
                "inner radius of the rings: expected a number above 0 and at most 100, but got NaN",
                () -> new Rings(Double.NaN, 0.1, Rings.paper().centres()));
        assertSaid("arms of the spirals: expected 1 to 8, but got 9", () -> new Spirals(9, 1, 0.1));
        assertSaid(
                "thickness of the moons: expected at most their radius, 0.1, but got 0.2", () -> new Moons(0.1, 0.2));
        assertSaid("class of a painted point: expected 0 to 7, but got 8", () -> new PaintedPoint(0, 0, 8));
        assertSaid(
                "x of a painted point: expected a number from -1000000 to 1000000, but got Infinity",
                () -> new PaintedPoint(Float.POSITIVE_INFINITY, 0, 0));
    }

    @Test
    void theFactsStandApartFromTheWords() {
        SettingProblem wrong = new SettingProblem("batch", "1 to 8192 points", 0);
        assertEquals("batch", wrong.setting());
        assertEquals("1 to 8192 points", wrong.expected());
        assertEquals("0", wrong.got());
    }

    private static void assertSaid(String message, Runnable action) {
        assertEquals(message, assertThrows(SettingProblem.class, action::run).getMessage());
    }
}
