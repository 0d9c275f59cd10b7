package org.penumbra.view.rings;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.rings.RingsStatus.State;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.lab.SpeedButtons;

/** Play, step, reset, seed and speed. */
final class RingsTransport extends VBox {

    private final RingsModel model;
    private final Button play = new Button();

    RingsTransport(RingsModel model) {
        this.model = model;
        getStyleClass().addAll("section", "transport");
        getChildren()
                .addAll(
                        buttons(),
                        new SeedRow(model),
                        new SpeedButtons(
                                model.speedProperty(),
                                "As fast as this machine can",
                                1,
                                10,
                                100,
                                1000,
                                Double.POSITIVE_INFINITY));
        model.playingProperty().addListener((observed, before, now) -> show());
        play.disableProperty().bind(model.statusProperty().map(status -> status.state() == State.FAILED));
        show();
    }

    private HBox buttons() {
        play.setId("play");
        play.getStyleClass().addAll("accent", "play");
        play.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(play, Priority.ALWAYS);
        play.setTooltip(new Tooltip("Train, or pause (Space)"));
        play.setOnAction(event -> model.togglePlay());
        Button step = new IconButton("step", Feather.SKIP_FORWARD, "One training step (S)", model::step);
        step.disableProperty().bind(model.statusProperty().map(status -> status.state() == State.FAILED));
        Button reset = new IconButton(
                "reset",
                Feather.ROTATE_CCW,
                "Start the same run again: same points, same initial weights (R)",
                model::reset);
        HBox row = new HBox(play, step, reset);
        row.getStyleClass().add("row");
        return row;
    }

    private void show() {
        boolean playing = model.playingProperty().get();
        play.setText(playing ? "Pause" : "Play");
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
    }
}
