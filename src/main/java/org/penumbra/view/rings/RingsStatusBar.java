package org.penumbra.view.rings;

import java.util.Locale;
import javafx.scene.control.Label;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.view.lab.EngineStatusBar;
import org.penumbra.view.widget.NumberScale;

/** One line on how the engine is doing. Its parts keep their places while their numbers change. */
final class RingsStatusBar extends EngineStatusBar<RingsStatus> {

    private final Label step = part("step", "Training steps done; a step is one mini-batch");
    private final Label speed = part("steps-a-second", "Training steps a second, lately");
    private final Label fields = part("fields", "Time the network needs for one set of pictures");
    private final Label seed = part("seed-now", "Seed of this run");

    private final Label remark = part("remark", "Why a run is slow at first, or why it ended by itself");

    RingsStatusBar(RingsModel model) {
        super(model.statusProperty(), RingsStatus::state, State.RUNNING, FOLLOWED);
        seed.textProperty().bind(model.setupProperty().map(run -> "seed " + run.seed()));
        place(seed, step, speed, frames("New pictures a second", model.frameProperty()), fields, remark);
    }

    @Override
    protected void show(RingsStatus now) {
        showState(
                now.state(),
                switch (now.state()) {
                    case EMPTY, STARTING -> "Starting";
                    case PAUSED -> now.ending().isPresent() ? "Ended by itself" : "Paused";
                    case RUNNING -> "Training";
                    case FINISHED -> "Finished";
                    case FAILED -> "Stopped by an error";
                    case CLOSED -> "Closed";
                });
        remark.setText(remark(now));
        step.setText("step " + NumberScale.grouped(now.step()));
        speed.setText(NumberScale.grouped(Math.round(now.stepsPerSecond())) + " steps/s");
        fields.setText(
                now.fieldsMillis() > 0 ? String.format(Locale.ROOT, "%.1f ms an update", now.fieldsMillis()) : "");
    }

    private static String remark(RingsStatus now) {
        if (now.slowStart()) {
            return "slow start, then max";
        }
        return now.ending()
                .map(ending -> switch (ending.why()) {
                    case STEPS -> NumberScale.grouped(ending.step()) + " steps were to be taken";
                    case SETTLED -> "the loss no longer falls";
                })
                .orElse("");
    }
}
