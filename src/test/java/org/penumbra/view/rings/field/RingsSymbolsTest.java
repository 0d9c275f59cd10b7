package org.penumbra.view.rings.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.penumbra.view.widget.symbol.Formula;
import org.penumbra.view.widget.symbol.Symbol;

class RingsSymbolsTest {

    @Test
    void everySymbolHasASignANameAFormulaAndAnExplanation() {
        for (Symbol symbol : RingsSymbols.ALL) {
            assertFalse(Formula.plain(symbol.sign()).isBlank());
            assertFalse(symbol.name().isBlank());
            assertFalse(Formula.plain(symbol.formula()).isBlank(), symbol.name());
            assertFalse(symbol.explanation().isBlank(), symbol.name());
        }
    }

    @Test
    void noTwoSymbolsHaveOneSign() {
        assertEquals(
                RingsSymbols.ALL.size(),
                RingsSymbols.ALL.stream().map(Symbol::sign).distinct().count());
    }
}
