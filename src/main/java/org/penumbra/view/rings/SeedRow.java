package org.penumbra.view.rings;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.view.widget.IconButton;

/** The seed of the run: shown, typed over, or drawn anew. Another seed restarts. */
final class SeedRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RingsModel model;
    private final RunCommands commands;
    private final TextField field = new TextField();
    private final Label problem = new Label();

    SeedRow(RingsModel model, RunCommands commands) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("labelled");
        Label label = new Label("Seed");
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.setId("seed");
        field.setTooltip(new Tooltip("Every random number of the run comes from this one. Enter restarts with it"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((observed, before, focused) -> leave(focused));
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(model.setupProperty().get());
            }
        });
        Button fresh = new IconButton(
                "new-seed",
                Feather.SHUFFLE,
                "Restart with another seed (N)",
                () -> commands.losing().accept(model::newSeed));
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        HBox row = new HBox(label, field, fresh);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, problem);
        model.setupProperty().addListener((observed, before, now) -> show(now));
        show(model.setupProperty().get());
    }

    private void show(PlaneSetup run) {
        field.setText(Long.toString(run.seed()));
        complain("");
    }

    private void typed() {
        PlaneSetup run = model.setupProperty().get();
        try {
            PlaneSetup next = run.withSeed(Long.parseLong(field.getText().strip()));
            complain("");
            if (!next.equals(run)) {
                commands.losing().accept(() -> model.setupProperty().set(next));
            }
        } catch (NumberFormatException notWhole) {
            complain("expected a whole number such as 7, but got \u201c"
                    + field.getText().strip() + "\u201d");
        }
    }

    /** Who leaves without Enter did not mean to restart. */
    private void leave(boolean focused) {
        if (!focused) {
            show(model.setupProperty().get());
        }
    }

    private void complain(String message) {
        problem.setText(message);
        field.pseudoClassStateChanged(WRONG, !message.isEmpty());
    }
}
