package org.penumbra.view.fooling;

import java.util.Locale;
import javafx.scene.control.Label;
import org.penumbra.live.fooling.FoolingStatus;
import org.penumbra.live.fooling.FoolingStatus.State;
import org.penumbra.view.lab.EngineStatusBar;
import org.penumbra.view.widget.FrameRate;
import org.penumbra.view.widget.NumberScale;

/** One line on how the engine is doing. Its parts keep their places while their numbers change. */
final class FoolingStatusBar extends EngineStatusBar {

    /** Between changes of the numbers, nanoseconds. */
    private static final long READABLE = 200_000_000;

    private final Label step = part("step-now", "Steps (or generations) of the attack");
    private final Label speed = part("steps-a-second", "Steps a second, lately, of all victims together");
    private final Label frames = part("frames-a-second", "New pictures a second; 30 at most, however fast the attack");
    private final Label seed = part("seed-now", "Seed of this attack");
    private final FrameRate rate = new FrameRate();
    private final FoolingModel model;

    FoolingStatusBar(FoolingModel model) {
        super(READABLE);
        this.model = model;
        place(seed, step, speed, frames);
        model.statusProperty().addListener((observed, before, now) -> {
            if (now.state() != before.state() || now.state() != State.RUNNING) {
                show(now);
            }
        });
        model.frameProperty().addListener((observed, before, now) -> {
            if (now != null) {
                rate.frame(System.nanoTime());
            }
        });
        seed.textProperty().bind(model.seedProperty().map(number -> "seed " + number));
        show(model.statusProperty().get());
    }

    @Override
    protected void update(long now) {
        frames.setText(String.format(Locale.ROOT, "%.0f frames/s", rate.perSecond(now)));
        show(model.statusProperty().get());
    }

    private void show(FoolingStatus now) {
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
