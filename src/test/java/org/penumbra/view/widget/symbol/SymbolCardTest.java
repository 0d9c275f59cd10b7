package org.penumbra.view.widget.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

/** The cards of all symbols of all labs, with letters as small and as large as they get. */
@Timeout(120)
class SymbolCardTest extends ApplicationTest {

    private static final List<String> HOMES = List.of(
            "org.penumbra.view.widget.symbol.PaperSymbols",
            "org.penumbra.view.rings.field.RingsSymbols",
            "org.penumbra.view.draw.DrawSymbols",
            "org.penumbra.view.train.card.TrainSymbols",
            "org.penumbra.view.fooling.trial.FoolingSymbols");

    @Override
    public void start(Stage stage) {
        // Only the toolkit is needed.
    }

    private static List<Symbol> symbols() throws ReflectiveOperationException {
        List<Symbol> symbols = new ArrayList<>();
        for (String home : HOMES) {
            for (Field field : Class.forName(home).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Symbol.class) {
                    field.setAccessible(true);
                    symbols.add((Symbol) field.get(null));
                }
            }
        }
        return symbols;
    }

    @ParameterizedTest
    @ValueSource(doubles = {13, 15.5, 22})
    void noFormulaIsBrokenWithinWhatIsComputed(double letter) throws ReflectiveOperationException {
        List<Symbol> symbols = symbols();
        assertTrue(symbols.size() > 50, "symbols " + symbols.size());
        List<String> broken = new ArrayList<>();
        interact(() -> symbols.forEach(symbol -> {
            SymbolCard card = new SymbolCard(symbol, null);
            StackPane root = new StackPane(card);
            root.setStyle("-fx-font-size: " + letter + "px");
            new Scene(root, 2000, 1000);
            lay(root);
            Formula formula = (Formula) card.getChildren().get(1);
            double room = formula.getWidth()
                    - formula.getInsets().getLeft()
                    - formula.getInsets().getRight();
            for (String piece : Formula.pieces(symbol.formula())) {
                HBox inline = Formula.inline(piece.strip());
                card.getChildren().setAll(inline);
                lay(root);
                double width = inline.prefWidth(-1)
                        - inline.getInsets().getLeft()
                        - inline.getInsets().getRight();
                if (width > room) {
                    broken.add(symbol.name() + ": \"" + piece + "\" needs " + width + " of " + room);
                }
            }
        }));
        assertEquals(List.of(), broken);
    }

    private static void lay(Node root) {
        root.applyCss();
        root.getScene().getRoot().layout();
    }

    @Test
    void aFormulaGoesOnInTheNextLineOnlyAfterACommaOrBesideAWord() {
        assertEquals(
                List.of("exp(\u2212\u03b2\u00a0\u00b7\u00a0\u03b3)"),
                Formula.pieces("exp(\u2212\u03b2 \u00b7 \u03b3)"));
        assertEquals(
                List.of("\u0393\u00a0=\u00a01 ", "if ", "\u03b3\u00a0\u2264\u00a00, ", "else ", "exp(\u03b3)"),
                Formula.pieces("\u0393 = 1 if \u03b3 \u2264 0, else exp(\u03b3)"));
        assertEquals(
                "the length of r(x)\u00a0\u2212\u00a0x over all",
                Formula.unbroken("the length of r(x) \u2212 x over all"));
        assertEquals("below 99\u00a0% of 28\u00a0\u00d7\u00a028", Formula.unbroken("below 99 % of 28 \u00d7 28"));
    }
}
