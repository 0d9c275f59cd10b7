package org.penumbra.view.lab;

import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Lies over what a lab shows until there is something to see, and says what is being waited for. */
public class LabCover extends VBox {

    private static final Duration FADE = Duration.millis(300);

    /** @param waitingFor a few words */
    public LabCover(String waitingFor) {
        getStyleClass().add("starting-cover");
        setAlignment(Pos.CENTER);
        Label title = new Label(waitingFor);
        title.getStyleClass().add("paper-title");
        getChildren().addAll(new ProgressIndicator(), title);
    }

    /**
     * A cover that says more.
     *
     * @param waitingFor a few words
     * @param more       why it may take a while, a sentence
     */
    public LabCover(String waitingFor, String more) {
        this(waitingFor);
        Label text = new Label(more);
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        getChildren().add(text);
    }

    /** Lets what lies below shine through, and goes. */
    public final void fade() {
        if (!isVisible() || isMouseTransparent()) {
            return;
        }
        setMouseTransparent(true);
        FadeTransition fade = new FadeTransition(FADE, this);
        fade.setToValue(0);
        fade.setOnFinished(event -> setVisible(false));
        fade.play();
    }
}
