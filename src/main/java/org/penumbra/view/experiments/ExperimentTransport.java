package org.penumbra.view.experiments;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.experiment.run.RoughTime;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.experiments.ExperimentStatus;
import org.penumbra.live.experiments.ExperimentStatus.End;
import org.penumbra.view.lab.TransportRow;
import org.penumbra.view.widget.IconButton;

/** Start, pause, go on; cancel; and how far the run has come. */
final class ExperimentTransport extends VBox {

    private static final double PIXELS = 250;

    private final ExperimentsModel model;
    private final TransportRow row;
    private final Button cancel;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label words = new Label();

    ExperimentTransport(ExperimentsModel model, ExperimentActions actions) {
        this.model = model;
        getStyleClass().addAll("section", "transport");
        cancel = new IconButton(
                "cancel", Feather.SQUARE, "Cancel: end the run here; finished cells are kept (E)", actions::cancel);
        row = new TransportRow("Start, pause, or go on (Space)", model.pressProperty(), actions::press, cancel);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("How much of the experiment is done");
        progress.getStyleClass().add("run-progress");
        words.setId("progress-words");
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(row, progress, words);
        model.statusProperty().subscribe(now -> show());
        model.draft().nextProperty().subscribe(now -> show());
    }

    /** The button that starts, pauses and goes on. */
    Button play() {
        return row.play();
    }

    private void show() {
        ExperimentStatus now = model.statusProperty().get();
        boolean ending = now.end() == End.CANCELLED && now.isUnderWay();
        row.play()
                .setDisable(now.state() == State.STARTING
                        || now.state() == State.CLOSED
                        || ending
                        || !now.isUnderWay()
                                && model.draft().nextProperty().get().isEmpty());
        cancel.setDisable(!now.isUnderWay() || ending);
        // In steps of about a pixel: whatever changes is painted anew.
        progress.setProgress(Math.rint(PIXELS * now.share()) / PIXELS);
        words.setText(words(now));
    }

    private static String words(ExperimentStatus now) {
        String cells = now.cells() + (now.cells() == 1 ? " cell" : " cells");
        return switch (now.state()) {
            case EMPTY ->
                now.cells() == 0
                        ? ""
                        : "It will take " + cells + ", about " + RoughTime.words(now.secondsLeft())
                                + (now.measured() ? " on this machine." : " where it was measured, on two cores.");
            case STARTING -> "Reading what the cells need\u2026";
            case RUNNING ->
                now.end() == End.CANCELLED
                        ? "The cells at work are being given up\u2026"
                        : now.step() + " of " + cells + ", about " + RoughTime.words(now.secondsLeft()) + " left";
            case PAUSED ->
                now.step() + " of " + cells + "; about " + RoughTime.words(now.secondsLeft())
                        + " are left when it goes on";
            case FINISHED -> ended(now, cells);
            case FAILED, CLOSED -> now.step() + " of " + cells + " are finished";
        };
    }

    private static String ended(ExperimentStatus now, String cells) {
        return switch (now.end()) {
            case FAILURES ->
                now.failed() + " of " + cells + " failed. Look at them in the grid; \u201cGo on\u201d tries them "
                        + "again.";
            case CANCELLED ->
                now.step() + " of " + cells + " are finished and kept. \u201cGo on\u201d computes the others.";
            default -> "All " + cells + " are finished.";
        };
    }
}
