package org.penumbra.view.rings;

import java.util.Locale;
import javafx.scene.control.Label;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.live.rings.RingsStatus.State;
import org.penumbra.view.lab.EngineStatusBar;
import org.penumbra.view.widget.FrameRate;
import org.penumbra.view.widget.NumberScale;

/** One line on how the engine is doing. Its parts keep their places while their numbers change. */
final class RingsStatusBar extends EngineStatusBar {

    /** Between changes of the numbers, nanoseconds. */
    private static final long READABLE = 200_000_000;

    private final Label step = part("step", "Training steps done; a step is one mini-batch");
    private final Label speed = part("steps-a-second", "Training steps a second, lately");
    private final Label frames = part("frames-a-second", "New pictures a second");
    private final Label fields = part("fields", "Time the network needs for one set of pictures");
    private final Label seed = part("seed-now", "Seed of this run");
    private final FrameRate rate = new FrameRate();
    private final RingsModel model;

    RingsStatusBar(RingsModel model) {
        super(READABLE);
        this.model = model;
        place(seed, step, speed, frames, fields);
        model.statusProperty().addListener((observed, before, now) -> {
            if (now.state() != before.state() || now.state() != State.RUNNING) {
                show(now);
            }
        });
        model.frameProperty().addListener((observed, before, now) -> rate.frame(System.nanoTime()));
        seed.textProperty().bind(model.setupProperty().map(run -> "seed " + run.seed()));
        show(model.statusProperty().get());
    }

    @Override
    protected void update(long now) {
        frames.setText(String.format(Locale.ROOT, "%.0f frames/s", rate.perSecond(now)));
        show(model.statusProperty().get());
    }

    private void show(RingsStatus now) {
        showState(
                now.state(),
                switch (now.state()) {
                    case STARTING -> "Starting";
                    case PAUSED -> "Paused";
                    case RUNNING -> "Training";
                    case FAILED -> "Stopped by an error";
                    case CLOSED -> "Closed";
                });
        step.setText("step " + NumberScale.grouped(now.step()));
        speed.setText(NumberScale.grouped(Math.round(now.stepsPerSecond())) + " steps/s");
        fields.setText(
                now.fieldsMillis() > 0 ? String.format(Locale.ROOT, "%.1f ms an update", now.fieldsMillis()) : "");
    }
}
