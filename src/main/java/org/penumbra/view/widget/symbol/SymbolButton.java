package org.penumbra.view.widget.symbol;

import atlantafx.base.controls.Popover;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.penumbra.view.widget.WidgetStyles;

/** A symbol one can ask about: a click opens its {@link SymbolCard}, the pointer over it shows its name. */
public final class SymbolButton extends Button {

    /**
     * @param symbol        what it stands for
     * @param currentNumber its value now as text, shown on the card; null for none
     */
    public SymbolButton(Symbol symbol, ObservableValue<String> currentNumber) {
        getStyleClass().setAll("symbol-button");
        WidgetStyles.apply(this);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(Formula.inline(symbol.sign()));
        setText(Formula.plain(symbol.sign()));
        setAccessibleText("What is " + symbol.name() + "?");
        Tooltip hint = new Tooltip(symbol.name() + " \u2013 click for its formula");
        setTooltip(hint);
        setOnAction(event -> open(symbol, currentNumber));
    }

    private void open(Symbol symbol, ObservableValue<String> currentNumber) {
        Popover card = new Popover(new SymbolCard(symbol, currentNumber));
        card.setTitle(symbol.name());
        card.setHeaderAlwaysVisible(false);
        card.setDetachable(false);
        card.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        card.show(this);
    }
}
