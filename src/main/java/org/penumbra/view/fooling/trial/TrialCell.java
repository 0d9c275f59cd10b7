package org.penumbra.view.fooling.trial;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.view.widget.DigitView;

/** One target of one victim, small: its image, its score and whether it fooled. A click shows it in detail. */
public final class TrialCell extends VBox {

    /** Letters of a name that is written large. */
    private static final int SHORT = 3;
    /** Left and right of the image, together. */
    private static final double INSETS = 8;

    private static final PseudoClass FOOLED = PseudoClass.getPseudoClass("fooled");
    private static final PseudoClass HOLDS = PseudoClass.getPseudoClass("holds");
    private static final PseudoClass WATCHED = PseudoClass.getPseudoClass("watched");

    private final DigitView image = new DigitView(2);
    private final FontIcon sign = new FontIcon(Feather.ALERT_TRIANGLE);
    private final StackPane badge = new StackPane(sign);
    private final FactorBar bar = new FactorBar("scaled");
    private final Label words = new Label();
    private final String name;
    private final Tooltip hint = new Tooltip();

    /** @param watch shows it in detail */
    public TrialCell(String target, Runnable watch) {
        name = target;
        getStyleClass().add("trial");
        setMinWidth(0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        image.setAccessibleText("The image that shall be taken for " + target);
        Label title = new Label(target);
        title.setMinWidth(0);
        title.getStyleClass().add("target");
        sign.getStyleClass().add("sign");
        if (target.length() > SHORT) {
            title.getStyleClass().add("long");
        }
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        badge.getStyleClass().add("badge");
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        StackPane picture = new StackPane(image, badge);
        picture.setMinHeight(0);
        setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(title, picture, bar, words);
        Tooltip.install(this, hint);
        setOnMouseClicked(event -> {
            requestFocus();
            watch.run();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                watch.run();
            }
        });
        clear();
    }

    public void clear() {
        image.clear();
        bar.show(0, Double.NaN);
        words.setText("");
        badge.setVisible(false);
        pseudoClassStateChanged(FOOLED, false);
        pseudoClassStateChanged(HOLDS, false);
        hint.setText("Target " + name);
        setAccessibleText(hint.getText());
    }

    public void watched(boolean now) {
        pseudoClassStateChanged(WATCHED, now);
    }

    /** @param threshold the victim's, drawn where tau is */
    public void show(TrialFrame trial, Threshold threshold, double tau, TrialWords told) {
        image.show(trial.image());
        bar.show(threshold.beside(trial.score(), tau), tau);
        boolean fooled = trial.outcome() == Outcome.FOOLED;
        words.setText(fooled ? told.stepsInBrief(trial.steps()) : TrialWords.score(trial.score()));
        badge.setVisible(trial.outcome() != Outcome.RUNNING);
        sign.setIconCode(fooled ? Feather.ALERT_TRIANGLE : Feather.SHIELD);
        pseudoClassStateChanged(FOOLED, fooled);
        pseudoClassStateChanged(HOLDS, trial.outcome() == Outcome.FAILED);
        hint.setText("Target " + name + ": score " + TrialWords.score(trial.score()) + ", " + told.outcome(trial)
                + ". Click to watch it");
        setAccessibleText(hint.getText());
    }

    /** Side of the image in a cell of this size, pixels. */
    public double image(double width, double height) {
        return Math.max(0, Math.min(width - INSETS, height - words()));
    }

    /** Height of a cell with an image of this side, pixels. */
    public double high(double side) {
        return side + words();
    }

    /** Width of a cell with an image of this side, pixels. */
    public static double wide(double side) {
        return side + INSETS;
    }

    /** Height of all but the image. */
    private double words() {
        return Math.ceil(prefHeight(-1) - image.prefHeight(-1));
    }
}
