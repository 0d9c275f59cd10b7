package org.penumbra.view.rings;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.live.EngineStatus;
import org.penumbra.live.EngineStatus.State;
import org.penumbra.view.widget.FrameRate;
import org.penumbra.view.widget.NumberScale;

/** One line on how the engine is doing. Its parts keep their places while their numbers change. */
final class StatusBar extends HBox {

    /** Between changes of the numbers, nanoseconds. */
    private static final long READABLE = 200_000_000;

    private final Label state = part("state", "What the engine does");
    private final Label step = part("step", "Training steps done; a step is one mini-batch");
    private final Label speed = part("steps-a-second", "Training steps a second, lately");
    private final Label frames = part("frames-a-second", "New pictures a second");
    private final Label fields = part("fields", "Time the network needs for one set of pictures");
    private final Label seed = part("seed-now", "Seed of this run");
    private final FrameRate rate = new FrameRate();
    private final RingsModel model;
    private long nextUpdate;

    StatusBar(RingsModel model) {
        this.model = model;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        state.setGraphic(dot);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(state, step, speed, frames, fields, space, seed);
        model.statusProperty().addListener((observed, before, now) -> {
            if (now.state() != before.state() || now.state() != State.RUNNING) {
                show(now);
            }
        });
        model.frameProperty().addListener((observed, before, now) -> rate.frame(System.nanoTime()));
        seed.textProperty().bind(model.setupProperty().map(run -> "seed " + run.seed()));
        show(model.statusProperty().get());
    }

    /** Called once a pulse; while it trains the numbers change five times a second, so that they can be read. */
    void pulse() {
        long now = System.nanoTime();
        if (now >= nextUpdate) {
            nextUpdate = now + READABLE;
            frames.setText(String.format(Locale.ROOT, "%.0f frames/s", rate.perSecond(now)));
            show(model.statusProperty().get());
        }
    }

    private void show(EngineStatus now) {
        state.setText(switch (now.state()) {
            case STARTING -> "Starting";
            case PAUSED -> "Paused";
            case RUNNING -> "Training";
            case FAILED -> "Stopped by an error";
            case CLOSED -> "Closed";
        });
        for (State each : State.values()) {
            state.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                    each == now.state());
        }
        step.setText("step " + NumberScale.grouped(now.step()));
        speed.setText(NumberScale.grouped(Math.round(now.stepsPerSecond())) + " steps/s");
        fields.setText(now.fieldsMillis() > 0 ? String.format(Locale.ROOT, "%.1f ms an update", now.fieldsMillis())
                : "");
    }

    private static Label part(String id, String meaning) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("part");
        label.setTooltip(new Tooltip(meaning));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
