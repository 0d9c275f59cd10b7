package org.penumbra.view.widget.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;

class NotationTest {

    @Test
    void aDecimalCommaIsUnderstood() {
        assertEquals(0.01, Notation.number("0,01"));
        assertEquals(
                "expected a number that cannot be misread, such as 1000 or 1.000, but got \u201c1,000\u201d",
                assertThrows(IllegalArgumentException.class, () -> Notation.number("1,000"))
                        .getMessage());
    }

    @Test
    void betweenPlacesACommaPartsAndBeforeASemicolonItIsDecimal() {
        assertEquals(List.of(new Position(0, 5)), Notation.places("(0,5)"));
        assertEquals(List.of(new Position(0.5, -1.25), new Position(1, 1)), Notation.places("(0,5; -1,25) (1, 1)"));
        assertEquals(List.of(new Position(0.5, 2)), Notation.places("(0.5; 2)"));
    }
}
