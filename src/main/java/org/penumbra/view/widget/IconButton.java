package org.penumbra.view.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button with a picture and no words; the pointer over it and a screen reader say what it does. */
public final class IconButton extends Button {

    /** @param meaning what it does, a few words */
    public IconButton(String id, Ikon icon, String meaning, Runnable action) {
        super(null, new FontIcon(icon));
        setId(id);
        getStyleClass().add("button-icon");
        setTooltip(new Tooltip(meaning));
        setAccessibleText(meaning);
        setAlignment(Pos.CENTER);
        setOnAction(event -> action.run());
    }
}
