package org.penumbra.view.fooling;

import javafx.scene.control.Label;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.fooling.FoolingStatus;
import org.penumbra.view.lab.EngineStatusBar;
import org.penumbra.view.widget.NumberScale;

/** One line on how the engine is doing. Its parts keep their places while their numbers change. */
final class FoolingStatusBar extends EngineStatusBar<FoolingStatus> {

    private final Label step = part("step-now", "Steps (or generations) of the attack");
    private final Label speed = part("steps-a-second", "Steps a second, lately, of all victims together");
    private final Label seed = part("seed-now", "Seed of this attack");
    private final FoolingModel model;

    FoolingStatusBar(FoolingModel model) {
        super(model.statusProperty(), FoolingStatus::state, State.RUNNING, FOLLOWED);
        this.model = model;
        seed.textProperty().bind(model.seedProperty().map(number -> "seed " + number));
        place(
                seed,
                step,
                speed,
                frames("New pictures a second; 30 at most, however fast the attack", model.frameProperty()));
    }

    @Override
    protected void show(FoolingStatus now) {
        showState(
                now.state(),
                switch (now.state()) {
                    case EMPTY, STARTING -> "Starting";
                    case PAUSED -> "Paused";
                    case RUNNING -> "Attacking";
                    case FINISHED -> "Ended";
                    case FAILED -> "Stopped by an error";
                    case CLOSED -> "Closed";
                });
        String unit = model.protocolProperty().get().unit();
        step.setText(unit + " " + NumberScale.grouped(now.step()));
        speed.setText(NumberScale.grouped(Math.round(now.stepsPerSecond())) + " " + unit + "s/s");
    }
}
