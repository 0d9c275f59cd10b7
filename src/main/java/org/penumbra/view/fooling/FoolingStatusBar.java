package org.penumbra.view.fooling;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.live.FoolingStatus;
import org.penumbra.live.FoolingStatus.State;
import org.penumbra.view.widget.FrameRate;
import org.penumbra.view.widget.NumberScale;

/** One line on how the engine is doing. Its parts keep their places while their numbers change. */
final class FoolingStatusBar extends HBox {

    /** Between changes of the numbers, nanoseconds. */
    private static final long READABLE = 200_000_000;

    private final Label state = part("state", "What the engine does");
    private final Label step = part("step-now", "Steps (or generations) of the attack");
    private final Label speed = part("steps-a-second", "Steps a second, lately, of all victims together");
    private final Label frames = part("frames-a-second", "New pictures a second; 30 at most, however fast the attack");
    private final Label seed = part("seed-now", "Seed of this attack");
    private final FrameRate rate = new FrameRate();
    private final FoolingModel model;
    private long nextUpdate;

    FoolingStatusBar(FoolingModel model) {
        this.model = model;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        state.setGraphic(dot);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(state, step, speed, frames, space, seed);
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

    /** Called once a pulse; while it attacks the numbers change five times a second, so that they can be read. */
    void pulse() {
        long now = System.nanoTime();
        if (now >= nextUpdate) {
            nextUpdate = now + READABLE;
            frames.setText(String.format(Locale.ROOT, "%.0f frames/s", rate.perSecond(now)));
            show(model.statusProperty().get());
        }
    }

    private void show(FoolingStatus now) {
        state.setText(switch (now.state()) {
            case EMPTY, STARTING -> "Starting";
            case PAUSED -> "Paused";
            case RUNNING -> "Attacking";
            case FINISHED -> "Ended";
            case FAILED -> "Stopped by an error";
            case CLOSED -> "Closed";
        });
        for (State each : State.values()) {
            state.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                    each == now.state());
        }
        String unit = model.protocolProperty().get().unit();
        step.setText(unit + " " + NumberScale.grouped(now.step()));
        speed.setText(NumberScale.grouped(Math.round(now.stepsPerSecond())) + " " + unit + "s/s");
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
