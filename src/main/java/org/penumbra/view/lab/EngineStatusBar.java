package org.penumbra.view.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.view.widget.FrameRate;

/**
 * One line on how a lab's engine is doing: its state with a dot, then numbers, and at the right what it works on. The parts
 * keep their places while their numbers change, which they do so seldom that they can be read; a change of the state is
 * shown at once.
 *
 * @param <S> how the engine is doing
 */
public abstract class EngineStatusBar<S> extends HBox {

    /** Between changes of numbers that a person follows, nanoseconds. */
    protected static final long FOLLOWED = 200_000_000;

    private final Label state = part("state", "What the engine does");
    private final ObservableValue<S> status;
    private final long readable;
    private LongConsumer frames = now -> {};
    private long nextUpdate;
    /** What gives way where the room is short, the first to go first. */
    private final List<Label> dispensable = new ArrayList<>();

    /**
     * @param state    of a status
     * @param running  the state in which numbers change with every pulse
     * @param readable between changes of the numbers, nanoseconds
     */
    protected <E extends Enum<E>> EngineStatusBar(
            ObservableValue<S> status, Function<? super S, E> state, E running, long readable) {
        this.status = status;
        this.readable = readable;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        this.state.setGraphic(dot);
        status.addListener((observed, before, now) -> {
            if (state.apply(now) != state.apply(before) || state.apply(now) != running) {
                show(now);
            }
        });
    }

    /**
     * Places the parts and shows how the engine is doing. In a narrow window the last numbers are left out first, and then
     * the subject; the state and the first number stay.
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
        for (int i = numbers.length - 1; i > 0; i--) {
            dispensable.add(numbers[i]);
        }
        dispensable.add(subject);
        show(status.getValue());
    }

    @Override
    protected void layoutChildren() {
        double missing = snappedLeftInset() + snappedRightInset() - getWidth() - getSpacing();
        for (Node child : getChildren()) {
            missing += width(child) + getSpacing();
        }
        for (Label label : dispensable) {
            boolean fits = missing <= 0;
            label.setManaged(fits);
            label.setVisible(fits);
            missing -= fits ? 0 : width(label) + getSpacing();
        }
        super.layoutChildren();
    }

    private static double width(Node part) {
        return Math.max(part.minWidth(-1), part.prefWidth(-1));
    }

    @Override
    protected double computeMinWidth(double height) {
        // A narrow window must not be widened by what gives way in it.
        return 0;
    }

    /** Called once a pulse. */
    final void pulse() {
        long now = System.nanoTime();
        if (now >= nextUpdate) {
            nextUpdate = now + readable;
            frames.accept(now);
            show(status.getValue());
        }
    }

    /** Shows a status: its state with {@link #showState}, and the numbers. */
    protected abstract void show(S now);

    /**
     * Shows the state; the dot takes its colour from the pseudo-class of that name.
     *
     * @param now   the constant's name in small letters is the pseudo-class
     * @param words as they are shown
     */
    protected final <E extends Enum<E>> void showState(E now, String words) {
        state.setText(words);
        for (E each : now.getDeclaringClass().getEnumConstants()) {
            state.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
        }
    }

    /**
     * The part that tells how often new frames are shown.
     *
     * @param shown each value that is not null counts
     */
    protected final Label frames(String meaning, ObservableValue<?> shown) {
        Label label = part("frames-a-second", meaning);
        FrameRate rate = new FrameRate();
        shown.addListener((observed, before, now) -> {
            if (now != null) {
                rate.frame(System.nanoTime());
            }
        });
        frames = now -> label.setText(String.format(Locale.ROOT, "%.0f frames/s", rate.perSecond(now)));
        return label;
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
