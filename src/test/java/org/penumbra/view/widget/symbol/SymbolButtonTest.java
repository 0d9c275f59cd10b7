package org.penumbra.view.widget.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SymbolButtonTest extends ApplicationTest {
    private final SimpleStringProperty number = new SimpleStringProperty("0.25");
    private SymbolButton button;

    @Override
    public void start(Stage stage) {
        button = new SymbolButton(
                new Symbol("\u03b1", "Sensitivity", "c = exp(\u2212\u03b1_{1})", "How fast it falls."), number);
        stage.setScene(new Scene(new StackPane(button), 500, 400));
        stage.show();
    }

    @Test
    void aClickOpensTheCardWithNameFormulaAndTheNumberOfTheMoment() {
        clickOn(button);
        SymbolCard card = lookup(".symbol-card").query();
        assertTrue(card.isVisible());
        assertEquals("Sensitivity", ((Label) card.lookup(".name")).getText());
        Label now = (Label) card.lookup(".now");
        assertEquals("now 0.25", now.getText());
        interact(() -> number.set("0.5"));
        assertEquals("now 0.5", now.getText());
        interact(() -> number.set(""));
        assertFalse(now.isVisible());
        assertEquals(
                3,
                ((Formula) card.lookup(".symbol-card > .formula")).getChildren().size());
    }

    @Test
    void theButtonTellsItsNameToThoseWhoHear() {
        assertEquals("What is Sensitivity?", button.getAccessibleText());
    }
}
