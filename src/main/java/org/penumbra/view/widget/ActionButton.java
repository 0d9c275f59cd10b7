package org.penumbra.view.widget;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button with a picture and words; the pointer over it says more. */
public final class ActionButton extends Button {

    /** @param meaning what it does, a sentence */
    public ActionButton(String id, String text, Ikon icon, String meaning, Runnable action) {
        super(text, new FontIcon(icon));
        setId(id);
        setTooltip(new Tooltip(meaning));
        setOnAction(event -> action.run());
    }
}
