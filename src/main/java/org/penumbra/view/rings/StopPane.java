package org.penumbra.view.rings;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.Notation;

/** When a run ends by itself. Both fields may be empty; what is typed holds from Enter on, or when the field is left. */
final class StopPane extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ObjectProperty<PlaneStop> stop;
    private final Label problem = new Label();

    StopPane(ObjectProperty<PlaneStop> stop) {
        this.stop = stop;
        getStyleClass().add("form");
        problem.getStyleClass().add("problem");
        problem.setId("stop-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        getChildren()
                .addAll(
                        row(
                                "stop-steps",
                                "Stop after",
                                "The run pauses after so many steps; empty: it goes on",
                                PlaneStop::steps,
                                PlaneStop::withSteps),
                        row(
                                "stop-patience",
                                "Stop if level for",
                                "The run pauses when the loss no longer falls: when the mean loss of so many steps is not 1 % "
                                        + "below the lowest before; empty: it goes on. 1000 is a good start",
                                PlaneStop::patience,
                                PlaneStop::withPatience),
                        problem);
    }

    private VBox row(
            String id,
            String text,
            String hint,
            ToIntFunction<PlaneStop> value,
            BiFunction<PlaneStop, Integer, PlaneStop> with) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText("steps");
        field.setAccessibleText(text + ", steps");
        field.setTooltip(new Tooltip(hint));
        stop.subscribe(now -> show(field, value.applyAsInt(now)));
        field.setOnAction(event -> typed(field, with));
        field.focusedProperty().addListener((observed, before, focused) -> {
            if (!focused) {
                typed(field, with);
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(field, value.applyAsInt(stop.get()));
            }
        });
        return new VBox(FieldRow.row(text, hint, field));
    }

    private void show(TextField field, int value) {
        field.setText(value == 0 ? "" : NumberScale.grouped(value));
        complain(field, "");
    }

    private void typed(TextField field, BiFunction<PlaneStop, Integer, PlaneStop> with) {
        try {
            PlaneStop wanted = with.apply(stop.get(), field.getText().isBlank() ? 0 : steps(field.getText()));
            complain(field, "");
            stop.set(wanted);
        } catch (IllegalArgumentException wrong) {
            complain(field, wrong.getMessage());
        }
    }

    private static int steps(String text) {
        int steps = Notation.whole(text.replaceAll("[\\u00a0\\u2009\\u202f]", " "));
        if (steps == 0) {
            throw new IllegalArgumentException("expected a number of steps, or nothing, but got \u201c0\u201d");
        }
        return steps;
    }

    private void complain(TextField field, String message) {
        problem.setText(message);
        field.pseudoClassStateChanged(WRONG, !message.isEmpty());
    }
}
