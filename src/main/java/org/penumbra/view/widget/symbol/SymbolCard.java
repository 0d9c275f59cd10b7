package org.penumbra.view.widget.symbol;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.penumbra.view.widget.WidgetStyles;

/** A small card that explains a symbol: its name, its formula, what it means, and its number at this moment. */
public final class SymbolCard extends VBox {

    /**
     * @param symbol        what to explain
     * @param currentNumber its value now as text, followed while the card is open; empty text or null for none
     */
    public SymbolCard(Symbol symbol, ObservableValue<String> currentNumber) {
        getStyleClass().add("symbol-card");
        WidgetStyles.apply(this);
        setMaxWidth(USE_PREF_SIZE);

        HBox sign = Formula.inline(symbol.sign());
        sign.getStyleClass().add("sign");
        Label name = new Label(symbol.name());
        name.getStyleClass().add("name");
        HBox title = new HBox(sign, name);
        title.getStyleClass().add("title");
        getChildren().add(title);

        if (!symbol.formula().isEmpty()) {
            getChildren().add(new Formula(symbol.formula()));
        }
        Label explanation = new Label(Formula.unbroken(symbol.explanation()));
        explanation.getStyleClass().add("explanation");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        getChildren().add(explanation);

        if (currentNumber != null) {
            Label now = new Label();
            now.getStyleClass().add("now");
            now.textProperty().bind(currentNumber.map(number -> number.isEmpty() ? "" : "now " + number));
            now.visibleProperty().bind(now.textProperty().isNotEmpty());
            getChildren().add(now);
        }
    }
}
