package org.penumbra.view.rings;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The brush for points painted by hand: colour of the class, undo, clear. */
final class PaintBox extends VBox {

    PaintBox(Painting painting) {
        getStyleClass().add("form");
        HBox colours = new HBox();
        colours.getStyleClass().add("row");
        ToggleGroup group = new ToggleGroup();
        for (int k = 0; k < Painting.CLASSES; k++) {
            colours.getChildren().add(colour(painting, group, k));
        }
        Button undo = button("undo", "Undo", Feather.CORNER_UP_LEFT, "Take the last stroke back");
        undo.setOnAction(event -> painting.undo());
        Button clear = button("clear", "Clear", Feather.TRASH_2, "Take all points away; undo brings them back");
        clear.setOnAction(event -> painting.clear());
        HBox buttons = new HBox(undo, clear);
        buttons.getStyleClass().add("row");
        getChildren().addAll(colours, buttons);
    }

    private static ToggleButton colour(Painting painting, ToggleGroup group, int label) {
        ToggleButton button = new ClassButton("paint-" + label, label, "Paint points of class " + label);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            painting.labelProperty().set(label);
        });
        painting.labelProperty().subscribe(now -> button.setSelected(now.intValue() == label));
        return button;
    }

    private static Button button(String id, String text, Feather icon, String meaning) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }
}
