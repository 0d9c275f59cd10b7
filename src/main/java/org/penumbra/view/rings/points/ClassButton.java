package org.penumbra.view.rings.points;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.widget.Argb;

/** Chooses a class: its colour and its number. */
public final class ClassButton extends ToggleButton {

    /** @param meaning what choosing it means, a few words */
    public ClassButton(String id, int classNumber, String meaning) {
        super(Integer.toString(classNumber));
        setGraphic(new Circle(7, Argb.colour(ClassColours.argb(classNumber))));
        setId(id);
        getStyleClass().add("paint-class");
        setTooltip(new Tooltip(meaning));
    }
}
