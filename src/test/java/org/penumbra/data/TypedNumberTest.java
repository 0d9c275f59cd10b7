package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01|0.01", "0,01|0.01", "0,100|0.1", ",5|0.5", "-1,5|-1.5", "\u22121,5|-1.5", "1,5e3|1500",
                        "1000,25|1000.25",
                "1,0000|1", "1,00|1", "12,5|12.5", "1.000|1", "1000|1000", "1e-3|0.001", " 7 |7", "01,000|1",
            })
    void aCommaIsADecimalMark(String text, double value) {
        assertEquals(value, TypedNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "-1,000", "12,500", "999,999", "+100,000"})
    void whatMayPartThousandsIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TypedNumber.of(text));
    }

    @Test
    void bothThatAnAmbiguousNumberMayMeanAreNamed() {
        assertEquals(
                "expected a number that cannot be misread, such as 12500 or 12.500",
                assertThrows(IllegalArgumentException.class, () -> TypedNumber.of("12,500"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "one", "1.000,5", "1,000.5", "1,2,3", ",", "NaN", "Infinity", "1e999", "1,", "\u0661"})
    void whatIsNoFiniteNumberIsRefused(String text) {
        assertEquals(
                "expected a number such as 0.6",
                assertThrows(IllegalArgumentException.class, () -> TypedNumber.of(text))
                        .getMessage());
    }
}
