package org.penumbra.view.rings.compare;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** Below a picture: how well it tells the data from the rest of the plane, and how much it accepts far away. */
final class FigureLine extends HBox {

    private static final String UNKNOWN = "\u2013";

    private final StringProperty auroc = new SimpleStringProperty(this, "auroc", UNKNOWN);
    private final StringProperty farAway = new SimpleStringProperty(this, "farAway", UNKNOWN);
    private final Label remark = new Label();

    /** @param id of the picture */
    FigureLine(String id) {
        getStyleClass().add("figure-line");
        remark.getStyleClass().add("remark");
        remark.setId(id + "-remark");
        remark.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        figure(CompareSymbols.AUROC, auroc, id + "-auroc"),
                        figure(CompareSymbols.FAR_AWAY, farAway, id + "-far"),
                        remark);
    }

    /** With nothing to tell: it keeps the place, so that pictures beside each other stay alike. */
    static Region empty() {
        FigureLine line = new FigureLine("no-figures");
        line.setVisible(false);
        return line;
    }

    private static HBox figure(Symbol symbol, StringProperty text, String id) {
        Label number = new Label();
        number.getStyleClass().add("number");
        number.setId(id);
        number.textProperty().bind(text);
        number.setMinWidth(USE_PREF_SIZE);
        SymbolButton button = new SymbolButton(symbol, text);
        button.setMinWidth(USE_PREF_SIZE);
        HBox figure = new HBox(button, number);
        figure.getStyleClass().add("figure");
        return figure;
    }

    void show(PlaceFigures figures) {
        auroc.set(number(Math.floor(1000 * figures.auroc() + 1e-9) / 1000));
        farAway.set(number(figures.farAway()));
    }

    /** A word on how it stands, such as that a fit goes on. */
    void remark(String words) {
        remark.setText(words);
        remark.setManaged(!words.isEmpty());
    }

    String auroc() {
        return auroc.get();
    }

    /** Three digits; an AUROC is rounded down before, so that 1.000 means it. */
    private static String number(double value) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%.3f", value);
    }
}
