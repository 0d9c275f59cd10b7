package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.penumbra.view.widget.Formula;
import org.penumbra.view.widget.Symbol;

class SymbolsTest {

    @Test
    void everySymbolHasASignANameAFormulaAndAnExplanation() {
        for (Symbol symbol : Symbols.ALL) {
            assertFalse(Formula.plain(symbol.sign()).isBlank());
            assertFalse(symbol.name().isBlank());
            assertFalse(Formula.plain(symbol.formula()).isBlank(), symbol.name());
            assertFalse(symbol.explanation().isBlank(), symbol.name());
        }
    }

    @Test
    void noTwoSymbolsHaveOneSign() {
        assertEquals(
                Symbols.ALL.size(),
                Symbols.ALL.stream().map(Symbol::sign).distinct().count());
    }
}
