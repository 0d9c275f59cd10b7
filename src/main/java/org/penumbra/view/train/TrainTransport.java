package org.penumbra.view.train;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.view.lab.TransportRow;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.NumberScale;

/** Play, step, stop, reset and the checkpoint. */
final class TrainTransport extends VBox {

    private static final double PIXELS = 250;

    private final TrainModel model;
    private final TransportRow row;
    private final Button step;
    private final Button stop;
    private final Button reset;
    private final Button keep = new Button("Checkpoint", new FontIcon(Feather.FLAG));
    private final Button back = new Button("Back", new FontIcon(Feather.CORNER_UP_LEFT));
    private final ProgressBar progress = new ProgressBar(0);

    TrainTransport(TrainModel model, TrainActions actions) {
        this.model = model;
        getStyleClass().addAll("section", "transport");
        step = new IconButton("step", Feather.SKIP_FORWARD, "One training step (S)", model::step);
        stop = new IconButton("stop", Feather.SQUARE, "End the run here; its model can be used (E)", model::stop);
        reset = new IconButton(
                "reset", Feather.ROTATE_CCW, "Back to the initial weights: the same run again (R)", model::reset);
        row = new TransportRow(
                "Train, or pause (Space)",
                model.playingProperty().map(TransportRow.Press::of),
                actions::togglePlay,
                step,
                stop,
                reset);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("How much of the run is done");
        progress.getStyleClass().add("run-progress");
        getChildren().addAll(row, progress, checkpoints(actions));
        model.statusProperty().addListener((observed, before, now) -> show());
        model.milestoneProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** The button that plays and pauses. */
    Button play() {
        return row.play();
    }

    private HBox checkpoints(TrainActions actions) {
        keep.setId("checkpoint");
        keep.setTooltip(new Tooltip("Keep where the run stands, to come back to it (C)"));
        keep.setOnAction(event -> model.checkpoint());
        back.setId("back");
        back.setOnAction(event -> actions.backToCheckpoint());
        Tooltip where = new Tooltip();
        where.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> where(model.milestoneProperty().get()), model.milestoneProperty()));
        back.setTooltip(where);
        for (Button button : new Button[] {keep, back}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(100);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        HBox row = new HBox(keep, back);
        row.getStyleClass().add("row");
        return row;
    }

    private static String where(Milestone milestone) {
        return milestone == null
                ? "There is no checkpoint yet"
                : "Go on from the checkpoint at step "
                        + NumberScale.grouped(milestone.snapshot().run().steps()) + ": "
                        + RunWords.all(milestone.setup().preset()) + " (B)";
    }

    private void show() {
        TrainingStatus status = model.statusProperty().get();
        boolean over = status.state() == State.FAILED || status.state() == State.FINISHED;
        boolean none = model.setupProperty().get() == null;
        row.play().setDisable(over);
        step.setDisable(over || none);
        stop.setDisable(over || none || status.step() == 0);
        reset.setDisable(none);
        keep.setDisable(none || status.state() == State.FAILED);
        Milestone milestone = model.milestoneProperty().get();
        back.setDisable(milestone == null);
        back.setText(
                milestone == null
                        ? "Back"
                        : "Step "
                                + NumberScale.grouped(milestone.snapshot().run().steps()));
        // In steps of about a pixel: whatever changes is painted anew.
        progress.setProgress(
                status.totalSteps() == 0 ? 0 : Math.rint(PIXELS * status.step() / status.totalSteps()) / PIXELS);
    }
}
