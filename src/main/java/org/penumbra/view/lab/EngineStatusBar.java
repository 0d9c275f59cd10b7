package org.penumbra.view.lab;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * One line on how a lab's engine is doing: its state with a dot, then numbers, and at the right what it works on. The parts
 * keep their places while their numbers change, which they do so seldom that they can be read.
 */
public abstract class EngineStatusBar extends HBox {

    private final Label state = part("state", "What the engine does");
    private final long readable;
    private long nextUpdate;

    /** @param readable between changes of the numbers, nanoseconds */
    protected EngineStatusBar(long readable) {
        this.readable = readable;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        state.setGraphic(dot);
    }

    /**
     * Places the parts.
     *
     * @param subject at the right
     * @param numbers from the left, after the state
     */
    protected final void place(Label subject, Label... numbers) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(state);
        getChildren().addAll(numbers);
        getChildren().addAll(space, subject);
    }

    /** Called once a pulse. */
    public final void pulse() {
        long now = System.nanoTime();
        if (now >= nextUpdate) {
            nextUpdate = now + readable;
            update(now);
        }
    }

    /** Shows the numbers as they are; {@code now} is the time of {@link System#nanoTime}. */
    protected abstract void update(long now);

    /**
     * Shows the state; the dot takes its colour from the pseudo-class of that name.
     *
     * @param now   the constant's name in small letters is the pseudo-class
     * @param words as they are shown
     */
    protected final <S extends Enum<S>> void showState(S now, String words) {
        state.setText(words);
        for (S each : now.getDeclaringClass().getEnumConstants()) {
            state.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
        }
    }

    /** An empty part of the line with an id and what it means. */
    protected static Label part(String id, String meaning) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("part");
        label.setTooltip(new Tooltip(meaning));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
