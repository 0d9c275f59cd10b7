package org.penumbra.view.experiments;

import javafx.scene.control.Label;
import org.penumbra.experiment.run.RoughTime;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.experiments.ExperimentStatus;
import org.penumbra.live.experiments.ExperimentStatus.End;
import org.penumbra.view.lab.EngineStatusBar;

/** One line on how the run is doing. */
final class ExperimentStatusBar extends EngineStatusBar<ExperimentStatus> {

    private final Label cells = part("cells-now", "Cells that are finished, of all");
    private final Label failed = part("failed-now", "Cells that could not be computed");
    private final Label left = part("time-left", "How long the rest takes, as far as one can tell");
    private final Label subject = part("experiment-now", "The experiment that is shown");

    ExperimentStatusBar(ExperimentsModel model) {
        super(model.statusProperty(), ExperimentStatus::state, State.RUNNING, FOLLOWED);
        subject.textProperty()
                .bind(model.frameProperty()
                        .map(frame -> frame.experiment().about().title()
                                + (frame.experiment().settings().quick() ? ", quick" : "") + ", seed "
                                + frame.experiment().settings().seed()));
        place(subject, cells, left, failed);
    }

    @Override
    protected void show(ExperimentStatus now) {
        showState(now.state(), words(now));
        cells.setText(now.step() + " of " + now.cells() + " cells");
        left.setText(now.isUnderWay() ? RoughTime.words(now.secondsLeft()) + " left" : "");
        failed.setText(now.failed() == 0 ? "" : now.failed() + " failed");
    }

    private static String words(ExperimentStatus now) {
        return switch (now.state()) {
            case EMPTY -> "Ready";
            case STARTING -> "Starting";
            case RUNNING -> now.end() == End.CANCELLED ? "Stopping" : "Running";
            case PAUSED -> "Paused";
            case FINISHED -> now.end() == End.WHOLE ? "Finished" : now.end() == End.FAILURES ? "Ended" : "Not finished";
            case FAILED -> "Stopped by an error";
            case CLOSED -> "Closed";
        };
    }
}
