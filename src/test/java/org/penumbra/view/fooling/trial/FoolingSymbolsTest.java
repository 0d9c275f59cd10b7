package org.penumbra.view.fooling.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.penumbra.view.widget.symbol.Symbol;

class FoolingSymbolsTest {

    @Test
    void everySymbolHasASignANameAFormulaAndAnExplanation() {
        for (Symbol symbol : FoolingSymbols.ALL) {
            assertFalse(
                    symbol.sign().isBlank()
                            || symbol.name().isBlank()
                            || symbol.formula().isBlank()
                            || symbol.explanation().length() < 30,
                    symbol.toString());
        }
        assertEquals(
                FoolingSymbols.ALL.size(),
                FoolingSymbols.ALL.stream().map(Symbol::sign).distinct().count());
    }

    @Test
    void scoresAreRoundedDownSoThatWhatStaysBelowTauReadsSo() {
        assertEquals("0.899", TrialWords.score(0.89999));
        assertEquals("0.900", TrialWords.score(0.9));
        assertEquals("1.000", TrialWords.score(1));
    }
}
