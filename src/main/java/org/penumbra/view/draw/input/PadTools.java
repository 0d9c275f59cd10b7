package org.penumbra.view.draw.input;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.view.widget.IconButton;

/** What stands beside the small picture: what it shows, how the networks see, undo, redo, eraser, clear. */
final class PadTools extends VBox {

    /** What the two pictures are called, wherever they stand. */
    static final String PAD = "The pad";

    static final String JUDGED = "As networks see it";

    PadTools(InputModel model, LargePicture large) {
        getStyleClass().add("pad-tools");
        Button undo = new IconButton("undo", Feather.CORNER_UP_LEFT, "Take the last stroke back (Ctrl+Z)", model::undo);
        undo.disableProperty().bind(model.undoableProperty().not());
        Button redo = new IconButton("redo", Feather.CORNER_UP_RIGHT, "Draw it again (Ctrl+Y)", model::redo);
        redo.disableProperty().bind(model.redoableProperty().not());
        Button clear =
                new IconButton("clear", Feather.TRASH_2, "Empty the pad (Delete); undo brings it back", model::clear);
        clear.disableProperty().bind(model.baseProperty().map(Base.Drawing.BLANK::equals));
        HBox tools = new HBox(undo, redo, eraser(model), clear);
        tools.getStyleClass().add("row");
        getChildren().addAll(caption(large), new FitMenu(model), tools);
    }

    /** The small picture by its name; a press shows it large. */
    private static Button caption(LargePicture large) {
        Button caption = new Button(null, new FontIcon(Feather.REPEAT));
        caption.setId("swap");
        caption.getStyleClass().addAll("flat", "small-caption");
        caption.textProperty()
                .bind(Bindings.when(large.judgedProperty()).then(PAD).otherwise(JUDGED));
        caption.setTooltip(new Tooltip("Show the small picture large, and the large one small (S)"));
        caption.accessibleTextProperty()
                .bind(Bindings.when(large.judgedProperty())
                        .then("The small picture is the pad. Show it large")
                        .otherwise("The small picture is what the networks see. Show it large"));
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setOnAction(event -> large.swap());
        return caption;
    }

    private static ToggleButton eraser(InputModel model) {
        ToggleButton eraser = new ToggleButton(null, new FontIcon(Feather.DELETE));
        eraser.setId("eraser");
        eraser.getStyleClass().add("button-icon");
        String meaning = "Eraser (E); the right mouse button erases at any time";
        eraser.setTooltip(new Tooltip(meaning));
        eraser.setAccessibleText(meaning);
        eraser.selectedProperty().bindBidirectional(model.erasingProperty());
        return eraser;
    }
}
