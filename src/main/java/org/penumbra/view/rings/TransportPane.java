package org.penumbra.view.rings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.EngineStatus.State;
import org.penumbra.live.Speed;
import org.penumbra.view.widget.IconButton;

/** Play, step, reset, seed and speed. */
final class TransportPane extends VBox {

    private static final double[] SPEEDS = {1, 10, 100, 1000, Double.POSITIVE_INFINITY};

    private final RingsModel model;
    private final Button play = new Button();

    TransportPane(RingsModel model) {
        this.model = model;
        getStyleClass().addAll("section", "transport");
        getChildren().addAll(buttons(), new SeedRow(model), speeds());
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
        Button reset = new IconButton("reset", Feather.ROTATE_CCW,
                "Start the same run again: same points, same initial weights (R)", model::reset);
        HBox row = new HBox(play, step, reset);
        row.getStyleClass().add("row");
        return row;
    }

    private VBox speeds() {
        SegmentedButton segments = new SegmentedButton();
        segments.getStyleClass().add("segments");
        segments.setMaxWidth(Double.MAX_VALUE);
        for (double steps : SPEEDS) {
            ToggleButton button = speed(new Speed(steps));
            // The skin gives each its own width; equal ones line up with what stands above.
            button.prefWidthProperty().bind(segments.widthProperty().divide(SPEEDS.length));
            segments.getButtons().add(button);
        }
        Label label = new Label("Steps a second");
        label.getStyleClass().add("field-label");
        VBox box = new VBox(label, segments);
        box.getStyleClass().add("labelled");
        return box;
    }

    private ToggleButton speed(Speed speed) {
        double steps = speed.stepsPerSecond();
        boolean fastest = Double.isInfinite(steps);
        ToggleButton button = new ToggleButton(fastest ? "max" : Integer.toString((int) steps));
        button.setTooltip(new Tooltip(fastest ? "As fast as this machine can"
                : "At most " + (int) steps + (steps == 1 ? " step a second" : " steps a second")));
        button.setOnAction(event -> {
            // A second click would leave no speed chosen.
            button.setSelected(true);
            model.speedProperty().set(speed);
        });
        model.speedProperty().addListener((observed, before, now) -> button.setSelected(now.equals(speed)));
        button.setSelected(model.speedProperty().get().equals(speed));
        return button;
    }

    private void show() {
        boolean playing = model.playingProperty().get();
        play.setText(playing ? "Pause" : "Play");
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
    }
}
