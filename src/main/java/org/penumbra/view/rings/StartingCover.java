package org.penumbra.view.rings;

import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.rings.RingsStatus;

/** Lies over the pictures until there is something to see. */
final class StartingCover extends VBox {

    StartingCover(RingsModel model) {
        getStyleClass().add("starting-cover");
        setAlignment(Pos.CENTER);
        ProgressIndicator turning = new ProgressIndicator();
        Label title = new Label("Starting the engine");
        title.getStyleClass().add("paper-title");
        Label text = new Label("The very first start unpacks a native library, 33 MB under your home folder.");
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        getChildren().addAll(turning, title, text);
        model.frameProperty().addListener((observed, before, now) -> leave());
        model.statusProperty().addListener((observed, before, now) -> show(now));
        show(model.statusProperty().get());
    }

    private void show(RingsStatus status) {
        if (status.state() == State.FAILED) {
            setVisible(false);
        }
    }

    private void leave() {
        if (!isVisible() || isMouseTransparent()) {
            return;
        }
        setMouseTransparent(true);
        FadeTransition fade = new FadeTransition(Duration.millis(300), this);
        fade.setToValue(0);
        fade.setOnFinished(event -> setVisible(false));
        fade.play();
    }
}
