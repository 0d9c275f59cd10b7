package org.penumbra.view.rings;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.penumbra.paint.ClassColours;

/** Chooses a class: its colour and its number. */
final class ClassButton extends ToggleButton {

    /** @param meaning what choosing it means, a few words */
    ClassButton(String id, int classNumber, String meaning) {
        super(Integer.toString(classNumber));
        int argb = ClassColours.argb(classNumber);
        setGraphic(new Circle(7, Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255)));
        setId(id);
        getStyleClass().add("paint-class");
        setTooltip(new Tooltip(meaning));
    }
}
