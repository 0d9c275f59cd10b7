package org.penumbra.view.draw.detector;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.view.draw.board.DetectorCard;
import org.penumbra.view.draw.board.DetectorReading;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * A detector's answer, to be read from the back of a class room: the class, or "unknown", with a sign and a colour that tell the
 * two apart also to the colour-blind; below it the acceptance against its threshold, on the detector's own scale.
 */
final class DetectorVerdict extends VBox {

    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass DIGIT = PseudoClass.getPseudoClass("digit");
    private static final int DIGITS = 2;
    /** Letters of an answer that have room in the largest type: "unknown", "Trouser". */
    private static final int SHORT = 8;

    private final DetectorCard card;
    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final Label headline = new Label();
    private final StringProperty scale = new SimpleStringProperty("");
    private final HBox scaleLine = new HBox();

    DetectorVerdict(DetectorCard card) {
        this.card = card;
        getStyleClass().addAll("verdict-banner", "detector-verdict");
        headline.getStyleClass().add("headline");
        headline.setMinWidth(0);
        HBox answer = new HBox(icon, headline);
        answer.getStyleClass().add("answer");
        answer.setAlignment(Pos.CENTER_LEFT);
        scaleLine.getStyleClass().add("scale");
        scaleLine.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(answer, scaleLine);
        card.aboutProperty().subscribe(about -> {
            Label numbers = new Label();
            numbers.getStyleClass().add("numbers");
            numbers.setMinWidth(USE_PREF_SIZE);
            numbers.textProperty().bind(scale);
            SymbolButton symbol = new SymbolButton(DetectorSymbols.of(about), scale);
            scaleLine.getChildren().setAll(symbol, numbers);
        });
        card.readingProperty().subscribe(now -> show(now));
    }

    /** The class or "unknown". */
    String headline() {
        return headline.getText();
    }

    /** The acceptance against its threshold. */
    String scale() {
        return scale.get();
    }

    private void show(DetectorReading reading) {
        boolean known = reading != null && reading.verdict().known();
        pseudoClassStateChanged(KNOWN, known);
        pseudoClassStateChanged(UNKNOWN, reading != null && !known);
        icon.setIconCode(reading == null ? Feather.CIRCLE : known ? Feather.CHECK_CIRCLE : Feather.HELP_CIRCLE);
        String answer = reading == null ? "\u2013" : reading.headline();
        headline.setText(answer);
        headline.pseudoClassStateChanged(LONG, answer.length() > SHORT);
        headline.pseudoClassStateChanged(DIGIT, answer.length() <= DIGITS);
        scale.set(reading == null ? "" : reading.scale());
        setAccessibleText(card.aboutProperty().get().name() + ": "
                + (reading == null ? "no answer yet" : answer + ", " + reading.scale()));
    }
}
