package org.penumbra.view.draw;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.penumbra.confidence.RoundedScore;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.view.draw.answer.CardReading;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** The numbers behind a verdict: error and confidence, gamma with its standard error and Gamma, and the alpha in force. */
final class CardNumbers extends GridPane {

    private static final String NOTHING = "\u2013";

    private final DrawCard card;
    private final StringProperty error = new SimpleStringProperty("");
    private final StringProperty confidence = new SimpleStringProperty("");
    private final StringProperty gamma = new SimpleStringProperty("");
    private final StringProperty factor = new SimpleStringProperty("");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Tooltip probes = new Tooltip();

    CardNumbers(DrawCard card) {
        this.card = card;
        getStyleClass().add("card-numbers");
        ColumnConstraints left = new ColumnConstraints();
        left.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(left, new ColumnConstraints());
        busy.getStyleClass().add("on-its-way");
        busy.setAccessibleText("A better estimate of gamma is on its way");
        HBox estimate = pair(DrawSymbols.GAMMA.written("\u03b3"), gamma, "gamma");
        estimate.getChildren().add(busy);
        Tooltip.install(estimate, probes);
        addRow(
                0,
                pair(DrawSymbols.ERROR, error, "error"),
                pair(PaperSymbols.CONFIDENCE.written("c\u0303"), confidence, "confidence"));
        add(estimate, 0, 1, 2, 1);
        addRow(2, pair(PaperSymbols.CURVATURE_FACTOR.written("\u0393"), factor, "factor"));
        card.readingProperty().addListener((observed, before, now) -> show());
        card.answerProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** gamma with its standard error as shown. */
    String gamma() {
        return gamma.get();
    }

    /** Whether a better gamma is shown to be on its way. */
    boolean isBusy() {
        return busy.isVisible();
    }

    private static HBox pair(Symbol symbol, StringProperty text, String id) {
        Label number = new Label();
        number.getStyleClass().addAll("number", id);
        number.setMinWidth(USE_PREF_SIZE);
        number.textProperty().bind(text.map(now -> now.isEmpty() ? NOTHING : now));
        SymbolButton button = new SymbolButton(symbol, text);
        button.setMinWidth(USE_PREF_SIZE);
        HBox pair = new HBox(button, number);
        pair.getStyleClass().add("pair");
        return pair;
    }

    private void show() {
        ModelAnswer answer = card.answerProperty().get();
        CardReading reading = card.readingProperty().get();
        boolean decoder = answer != null && !Double.isNaN(answer.error());
        error.set(decoder ? String.format(Locale.ROOT, "%.2f", answer.error()) : "");
        gamma.set(decoder ? answer.gamma().map(CardNumbers::estimate).orElse("\u2026") : "");
        probes.setText(
                decoder && answer.gamma().isPresent()
                        ? answer.gamma().get().probes() + " random probes so far; \u00b1 one standard error"
                        : "From random probes; none is back yet");
        busy.setVisible(decoder && answer.gammaDue());
        confidence.set(reading == null ? "" : share(reading.verdict().confidence()));
        factor.set(
                reading == null || !reading.doubts() || reading.isProvisional()
                        ? ""
                        : share(reading.verdict().curvatureFactor()));
    }

    /** "−0.953 ± 0.004"; a single probe tells nothing about its error. */
    static String estimate(GammaEstimate gamma) {
        String mean = String.format(Locale.ROOT, "%.3f", gamma.mean()).replace('-', '\u2212');
        return Double.isNaN(gamma.standardError())
                ? mean
                : mean + String.format(Locale.ROOT, " \u00b1 %.3f", gamma.standardError());
    }

    /** Three digits after the point, rounded down, so that only 1 reads as 1. */
    static String share(double value) {
        return value == 1 ? "1" : RoundedScore.text(value, 3);
    }
}
