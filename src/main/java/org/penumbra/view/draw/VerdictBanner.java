package org.penumbra.view.draw;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.answer.CardReading;
import org.penumbra.view.draw.answer.DrawCard;

/**
 * A model's answer, to be read from the back of a class room: the class, or "unknown", with a sign and a colour that tell
 * the two apart also to the colour-blind; below it how sure, or why not. It keeps its height.
 */
final class VerdictBanner extends VBox {

    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass DIGIT = PseudoClass.getPseudoClass("digit");
    private static final int DIGITS = 2;
    /** Letters of an answer that have room in the largest type: "unknown", "Trouser". */
    private static final int SHORT = 8;

    private static final double TOOLTIP_WIDTH = 400;

    private final DrawCard card;
    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final Tooltip whole = new Tooltip();

    VerdictBanner(DrawCard card) {
        this.card = card;
        getStyleClass().add("verdict-banner");
        headline.getStyleClass().add("headline");
        headline.setMinWidth(0);
        detail.getStyleClass().add("detail");
        detail.setWrapText(true);
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        detail.setAlignment(Pos.TOP_LEFT);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        HBox answer = new HBox(icon, headline);
        answer.getStyleClass().add("answer");
        answer.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(answer, detail);
        card.readingProperty().addListener((observed, before, now) -> show());
        card.silenceProperty().addListener((observed, before, now) -> show());
        card.problemProperty().addListener((observed, before, now) -> show());
        card.modelProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** The class or "unknown". */
    String headline() {
        return headline.getText();
    }

    /** How sure, or why not. */
    String detail() {
        return detail.getText();
    }

    private void show() {
        CardReading reading = card.readingProperty().get();
        String problem = card.problemProperty().get();
        Tooltip.uninstall(this, whole);
        boolean known = reading != null && reading.verdict().known();
        pseudoClassStateChanged(KNOWN, known);
        pseudoClassStateChanged(UNKNOWN, reading != null && !known);
        if (!problem.isEmpty()) {
            show(Feather.ALERT_TRIANGLE, "no verdict", problem);
        } else if (!card.silenceProperty().get().isEmpty()) {
            show(
                    Feather.ALERT_TRIANGLE,
                    "no answer",
                    shortly(card.silenceProperty().get()));
            whole.setText(card.silenceProperty().get());
            Tooltip.install(this, whole);
        } else if (reading != null) {
            show(known ? Feather.CHECK_CIRCLE : Feather.HELP_CIRCLE, reading.headline(), reading.detail());
        } else {
            ImageModel model = card.modelProperty().get();
            show(Feather.CIRCLE, "\u2013", model == null ? "Reading the model\u2026" : "Draw something on the pad.");
        }
    }

    /** The first statement; the banner has no room for more, its tooltip has. */
    private static String shortly(String why) {
        return why.split(" \\(|\\.", 2)[0] + ".";
    }

    private void show(Feather sign, String answer, String why) {
        icon.setIconCode(sign);
        headline.setText(answer);
        headline.pseudoClassStateChanged(LONG, answer.length() > SHORT);
        headline.pseudoClassStateChanged(DIGIT, answer.length() <= DIGITS);
        detail.setText(why);
        setAccessibleText(card.entry().name() + ": " + answer + ", " + why);
    }
}
