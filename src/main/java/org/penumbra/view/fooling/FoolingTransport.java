package org.penumbra.view.fooling;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.fooling.FoolingStatus.State;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.lab.SpeedButtons;
import org.penumbra.view.widget.form.FieldRow;

/** Play, step, restart, seed and speed. */
final class FoolingTransport extends VBox {

    private final FoolingModel model;
    private final Button play = new Button();

    FoolingTransport(FoolingModel model, FoolingDraft draft) {
        this.model = model;
        getStyleClass().addAll("section", "transport");
        FieldRow seed = new FieldRow(draft.seed(), draft::apply);
        ((HBox) seed.getChildren().get(0))
                .getChildren()
                .add(new IconButton("new-seed", Feather.SHUFFLE, "Other generators to start from (N)", model::newSeed));
        getChildren()
                .addAll(
                        buttons(),
                        seed,
                        new SpeedButtons(
                                model.speedProperty(),
                                "As fast as this machine can; at most 30 pictures a second are shown",
                                1,
                                10,
                                100,
                                Double.POSITIVE_INFINITY));
        model.playingProperty().addListener((observed, before, now) -> show());
        model.statusProperty().addListener((observed, before, now) -> show());
        play.disableProperty().bind(model.planProperty().isNull());
        show();
    }

    private HBox buttons() {
        play.setId("play");
        play.getStyleClass().addAll("accent", "play");
        play.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(play, Priority.ALWAYS);
        play.setTooltip(new Tooltip("Attack, or pause (Space)"));
        play.setOnAction(event -> model.togglePlay());
        Button step = new IconButton("step", Feather.SKIP_FORWARD, "One step of every victim (S)", model::step);
        step.disableProperty()
                .bind(model.statusProperty()
                        .map(status -> status.state() != State.PAUSED && status.state() != State.RUNNING));
        Button reset = new IconButton(
                "reset", Feather.ROTATE_CCW, "The same attack again, from the same generators (R)", model::restart);
        reset.disableProperty().bind(model.planProperty().isNull());
        HBox row = new HBox(play, step, reset);
        row.getStyleClass().add("row");
        return row;
    }

    private void show() {
        State state = model.statusProperty().get().state();
        boolean ended = state == State.FINISHED || state == State.FAILED;
        boolean pause = model.playingProperty().get() && !ended;
        play.setText(ended ? "Again" : pause ? "Pause" : "Play");
        play.setGraphic(new FontIcon(ended ? Feather.REFRESH_CW : pause ? Feather.PAUSE : Feather.PLAY));
    }
}
