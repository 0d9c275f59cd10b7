package org.penumbra.view.widget.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.view.widget.symbol.Formula.Level;
import org.penumbra.view.widget.symbol.Formula.Part;

class FormulaTest {

    @Test
    void bracesLowerAndRaise() {
        assertEquals(
                List.of(
                        new Part("x", Level.BASE),
                        new Part("i", Level.LOW),
                        new Part("2", Level.HIGH),
                        new Part(" + y_1", Level.BASE)),
                Formula.parts("x_{i}^{2} + y_1"));
    }

    @Test
    void plainTextHasNoMarks() {
        assertEquals("xi2", Formula.plain("x_{i}^{2}"));
    }

    @Test
    void anOpenBraceIsNamed() {
        var error = assertThrows(IllegalArgumentException.class, () -> Formula.parts("x_{i"));
        assertEquals("formula \"x_{i\": the brace at 2 is never closed", error.getMessage());
    }
}
