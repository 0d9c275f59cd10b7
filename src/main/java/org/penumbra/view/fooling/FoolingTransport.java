package org.penumbra.view.fooling;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.view.lab.SpeedButtons;
import org.penumbra.view.lab.TransportRow;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.form.FieldRow;

/** Play, step, restart, seed and speed. */
final class FoolingTransport extends VBox {

    private final TransportRow row;

    FoolingTransport(FoolingModel model, FoolingDraft draft) {
        getStyleClass().addAll("section", "transport");
        row = buttons(model);
        FieldRow seed = new FieldRow(draft.seed(), draft::apply);
        ((HBox) seed.getChildren().get(0))
                .getChildren()
                .add(new IconButton("new-seed", Feather.SHUFFLE, "Other generators to start from (N)", model::newSeed));
        getChildren()
                .addAll(
                        row,
                        seed,
                        new SpeedButtons(
                                model.speedProperty(),
                                "As fast as this machine can; at most 30 pictures a second are shown",
                                1,
                                10,
                                100,
                                Double.POSITIVE_INFINITY));
    }

    /** The button that plays and pauses. */
    Button play() {
        return row.play();
    }

    private static TransportRow buttons(FoolingModel model) {
        Button step = new IconButton("step", Feather.SKIP_FORWARD, "One step of every victim (S)", model::step);
        step.disableProperty()
                .bind(model.statusProperty()
                        .map(status -> status.state() != State.PAUSED && status.state() != State.RUNNING));
        Button reset = new IconButton(
                "reset", Feather.ROTATE_CCW, "The same attack again, from the same generators (R)", model::restart);
        reset.disableProperty().bind(model.planProperty().isNull());
        TransportRow row = new TransportRow(
                "Attack, or pause (Space)",
                Bindings.createObjectBinding(() -> next(model), model.playingProperty(), model.statusProperty()),
                model::togglePlay,
                step,
                reset);
        row.play().disableProperty().bind(model.planProperty().isNull());
        return row;
    }

    private static TransportRow.Press next(FoolingModel model) {
        State state = model.statusProperty().get().state();
        return state == State.FINISHED || state == State.FAILED
                ? TransportRow.Press.AGAIN
                : TransportRow.Press.of(model.playingProperty().get());
    }
}
