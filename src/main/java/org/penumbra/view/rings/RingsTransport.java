package org.penumbra.view.rings;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.view.lab.SpeedButtons;
import org.penumbra.view.lab.TransportRow;
import org.penumbra.view.widget.IconButton;

/** Play, step, reset, seed and speed. */
final class RingsTransport extends VBox {

    private final TransportRow row;

    RingsTransport(RingsModel model, RunCommands commands) {
        getStyleClass().addAll("section", "transport");
        row = buttons(model, commands);
        getChildren()
                .addAll(
                        row,
                        new SeedRow(model, commands),
                        new SpeedButtons(
                                model.speedProperty(),
                                model::chooseSpeed,
                                "As fast as this machine can. The first thousand steps of a run are slow enough to be "
                                        + "watched; press once more for full speed at once",
                                1,
                                10,
                                100,
                                1000,
                                Double.POSITIVE_INFINITY));
    }

    /** The button that plays and pauses. */
    Button play() {
        return row.play();
    }

    private static TransportRow buttons(RingsModel model, RunCommands commands) {
        Button step = new IconButton("step", Feather.SKIP_FORWARD, "One training step (S)", model::step);
        Button reset = new IconButton(
                "reset",
                Feather.ROTATE_CCW,
                "Start the same run again: same points, same initial weights (R)",
                () -> commands.losing().accept(model::reset));
        TransportRow row = new TransportRow(
                "Train, or pause (Space)",
                model.playingProperty().map(TransportRow.Press::of),
                model::togglePlay,
                step,
                reset);
        for (Button button : new Button[] {row.play(), step}) {
            button.disableProperty().bind(model.statusProperty().map(status -> status.state() == State.FAILED));
        }
        return row;
    }
}
