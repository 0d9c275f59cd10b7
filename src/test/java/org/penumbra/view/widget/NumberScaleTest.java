package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NumberScaleTest {
    private final NumberScale alpha =
            NumberScale.logarithmic(0.1, 1000).withZero().typedWithin(0, 1e6);

    @Test
    void equalWaysOfALogarithmicSliderAreEqualFactors() {
        NumberScale scale = NumberScale.logarithmic(0.01, 100);
        assertEquals(0.01, scale.value(0), 1e-12);
        assertEquals(0.1, scale.value(0.25), 1e-12);
        assertEquals(1, scale.value(0.5), 1e-12);
        assertEquals(100, scale.value(1), 1e-12);
        assertEquals(0.75, scale.position(10), 1e-12);
    }

    @Test
    void theVeryLeftIsExactlyZero() {
        assertEquals(0, alpha.value(0));
        assertEquals(0, alpha.position(0));
        assertTrue(alpha.position(0.1) > 0);
        assertEquals(0.1, alpha.value(alpha.position(0.1)), 1e-12);
    }

    @Test
    void pickedNumbersHaveThreeDigits() {
        assertEquals("20.6", NumberScale.text(alpha.value(alpha.position(20.5678))));
        assertEquals("0.3", NumberScale.text(NumberScale.linear(0, 1).value(0.30000001)));
    }

    @Test
    void thereAndBackIsTheSameForRoundNumbers() {
        for (double value : new double[] {0.1, 0.25, 1, 2, 20, 150, 1000}) {
            assertEquals(value, alpha.value(alpha.position(value)), 1e-9 * value);
        }
        NumberScale tau = NumberScale.linear(0.01, 1);
        for (double value : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
            assertEquals(value, tau.value(tau.position(value)), 1e-9);
        }
    }

    @Test
    void numbersBeyondTheSliderLieAtItsEndsAndMayBeTyped() {
        assertEquals(1, alpha.position(5000));
        assertTrue(alpha.takes(5000));
        assertFalse(alpha.takes(2e6));
        assertFalse(alpha.takes(-1));
        assertFalse(alpha.takes(Double.NaN));
        assertEquals("a number from 0 to 1000000", alpha.expected());
    }

    @Test
    void textIsShortAndReadsBack() {
        assertEquals("0.001", NumberScale.text(0.001));
        assertEquals("1e-6", NumberScale.text(1e-6));
        assertEquals("1.5e+8", NumberScale.text(1.5e8));
        assertEquals("0", NumberScale.text(0));
        assertEquals("123.456", NumberScale.text(123.456));
        assertEquals(1e-6, Double.parseDouble(NumberScale.text(1e-6)));
    }

    @Test
    void sensibleRangesOnly() {
        assertThrows(IllegalArgumentException.class, () -> NumberScale.logarithmic(0, 1));
        assertThrows(IllegalArgumentException.class, () -> NumberScale.linear(1, 1));
        assertThrows(
                IllegalArgumentException.class, () -> NumberScale.linear(0, 1).typedWithin(0.5, 2));
    }
}
