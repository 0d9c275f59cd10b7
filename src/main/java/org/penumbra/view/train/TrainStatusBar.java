package org.penumbra.view.train;

import java.util.Locale;
import javafx.scene.control.Label;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.net.image.StepEngine;
import org.penumbra.view.lab.EngineStatusBar;
import org.penumbra.view.widget.NumberScale;

/** One line on how the run is doing. Its parts keep their places while their numbers change. */
final class TrainStatusBar extends EngineStatusBar<TrainingStatus> {

    /** Between changes of the numbers, nanoseconds. */
    private static final long READABLE = 800_000_000;

    /** Room for all parts, letters. */
    private static final double WIDE = 92;

    private final Label epoch = part("epoch", "Passes over the training images");
    private final Label step = part("step-now", "Training steps done; a step is one mini-batch");
    private final Label speed = part("images-a-second", "Images trained on a second, lately");
    private final Label left = part("time-left", "How long the rest takes at this speed");
    private final Label shown = part("shown-share", "Share of the run's time that goes into what is shown here");
    private final Label data = part("data-now", "Images this run learns from");
    private final TrainModel model;
    private boolean wide = true;

    TrainStatusBar(TrainModel model) {
        super(model.statusProperty(), TrainingStatus::state, State.RUNNING, READABLE);
        this.model = model;
        model.setupProperty().addListener((observed, before, now) -> tellData());
        place(data, epoch, step, speed, left, shown);
        widthProperty().subscribe(this::fit);
    }

    /** Fewer words on the data leave a narrow window more room for numbers. */
    private void fit() {
        boolean now = getWidth() >= WIDE * step.getFont().getSize();
        if (now != wide) {
            wide = now;
            tellData();
        }
    }

    private void tellData() {
        if (model.setupProperty().get() != null) {
            data.setText(wide ? words() : model.data().images().title());
            data.getTooltip().setText("Images this run learns from: " + words());
        }
    }

    private String words() {
        int held = model.setupProperty().get().preset().training().heldOut();
        int all = model.data().images().training().count();
        return model.data().images().title() + ", " + NumberScale.grouped(all - held) + " images, "
                + NumberScale.grouped(held) + " held out";
    }

    @Override
    protected void show(TrainingStatus now) {
        showState(
                now.state(),
                switch (now.state()) {
                    case EMPTY -> "No run yet";
                    case STARTING -> "Starting";
                    case PAUSED -> "Paused";
                    case RUNNING -> "Training";
                    case FINISHED -> "Finished";
                    case FAILED -> "Stopped by an error";
                    case CLOSED -> "Closed";
                });
        boolean any = model.setupProperty().get() != null;
        epoch.setText(
                !any
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "epoch %.2f of %d",
                                now.epochs(),
                                model.setupProperty().get().preset().training().epochs()));
        step.setText(
                !any ? "" : "step " + NumberScale.grouped(now.step()) + " of " + NumberScale.grouped(now.totalSteps()));
        speed.setText(
                now.imagesPerSecond() > 0
                        ? NumberScale.grouped(Math.round(now.imagesPerSecond())) + " images/s" + engine()
                        : "");
        left.setText(Double.isNaN(now.secondsLeft()) ? "" : duration(now.secondsLeft()) + " left");
        shown.setText(!any ? "" : String.format(Locale.ROOT, "%.1f %% for showing", 100 * now.shownShare()));
    }

    private String engine() {
        TrainSetup setup = model.setupProperty().get();
        return setup == null || setup.engine() == StepEngine.PENUMBRA
                ? ""
                : " by " + setup.engine().title();
    }

    /** A time as it is said: "40 s", "2 min 10 s", "1 h 5 min". */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
