package org.penumbra.view.rings.points;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.view.widget.ActionButton;

/** The brush for points painted by hand: colour of the class, undo, clear. */
public final class PaintBox extends VBox {

    public PaintBox(Painting painting) {
        getStyleClass().add("form");
        HBox colours = new HBox();
        colours.getStyleClass().add("row");
        for (int k = 0; k < Painting.CLASSES; k++) {
            colours.getChildren().add(colour(painting, k));
        }
        Button undo = new ActionButton(
                "undo", "Undo", Feather.CORNER_UP_LEFT, "Take the last stroke back", () -> painting.undo());
        Button clear = new ActionButton(
                "clear",
                "Clear",
                Feather.TRASH_2,
                "Take all points away; undo brings them back",
                () -> painting.clear());
        HBox buttons = new HBox(undo, clear);
        buttons.getStyleClass().add("row");
        getChildren().addAll(colours, buttons);
    }

    private static ToggleButton colour(Painting painting, int label) {
        ToggleButton button = new ClassButton("paint-" + label, label, "Paint points of class " + label);
        button.setOnAction(event -> {
            button.setSelected(true);
            painting.labelProperty().set(label);
        });
        painting.labelProperty().subscribe(now -> button.setSelected(now.intValue() == label));
        return button;
    }
}
