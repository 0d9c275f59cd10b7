package org.penumbra.view.train;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
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
    private static final double MARGIN = 64;

    private final TrainModel model;
    private final TrainActions actions;
    private final TransportRow row;
    private final Button step;
    private final Button stop;
    private final Button reset;
    private final Button keep = new Button("Checkpoint", new FontIcon(Feather.FLAG));
    private final Button back = new Button("Back", new FontIcon(Feather.CORNER_UP_LEFT));
    private final Tooltip where = new Tooltip();
    private final ContextMenu choices = new ContextMenu();
    private final ProgressBar progress = new ProgressBar(0);

    TrainTransport(TrainModel model, TrainActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().addAll("section", "transport");
        step = new IconButton("step", Feather.SKIP_FORWARD, "One training step (S)", model::step);
        stop = new IconButton("stop", Feather.SQUARE, "End the run here; its model can be used (E)", model::stop);
        reset = new IconButton(
                "reset", Feather.ROTATE_CCW, "Back to the initial weights: the same run again (R)", actions::reset);
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
        getChildren().addAll(row, progress, checkpoints());
        model.statusProperty().addListener((observed, before, now) -> show());
        model.milestones().all().addListener((ListChangeListener<Milestone>) change -> showMilestones());
        show();
        showMilestones();
    }

    /** The button that plays and pauses. */
    Button play() {
        return row.play();
    }

    private HBox checkpoints() {
        keep.setId("checkpoint");
        keep.setTooltip(new Tooltip("Keep where the run stands, to come back to it (C)"));
        keep.setOnAction(event -> actions.checkpoint());
        back.setId("back");
        back.setOnAction(event -> back(back));
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

    /**
     * Goes back to the checkpoint; where there are several, asks to which.
     *
     * @param place where the question is shown when the button is folded away
     */
    void back(Node place) {
        List<Milestone> all = model.milestones().all();
        if (all.size() == 1) {
            actions.backTo(all.get(0));
        } else if (all.size() > 1) {
            choices.getItems().setAll(all.stream().map(this::choice).toList());
            if (back.getScene() != null) {
                choices.show(back, Side.BOTTOM, 0, 4);
            } else {
                Point2D corner = place.localToScreen(MARGIN, MARGIN);
                choices.show(place, corner.getX(), corner.getY());
            }
        }
    }

    private MenuItem choice(Milestone milestone) {
        MenuItem item = new MenuItem(StakeWords.of(milestone));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> actions.backTo(milestone));
        return item;
    }

    private void showMilestones() {
        List<Milestone> all = model.milestones().all();
        back.setDisable(all.isEmpty());
        if (all.size() > 1) {
            back.setText("Back to\u2026");
            where.setText("Choose one of " + all.size() + " checkpoints to go on from (B)");
        } else if (all.size() == 1) {
            back.setText("Step " + NumberScale.grouped(all.get(0).step()));
            where.setText("Go on from the checkpoint at step "
                    + NumberScale.grouped(all.get(0).step()) + ": "
                    + RunWords.all(all.get(0).setup()) + " (B)");
        } else {
            back.setText("Back");
            where.setText("There is no checkpoint yet");
        }
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
        // In steps of about a pixel: whatever changes is painted anew.
        progress.setProgress(
                status.totalSteps() == 0 ? 0 : Math.rint(PIXELS * status.step() / status.totalSteps()) / PIXELS);
    }
}
