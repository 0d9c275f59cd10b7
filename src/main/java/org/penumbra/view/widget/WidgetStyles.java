package org.penumbra.view.widget;

import javafx.scene.Parent;

/** The style sheet of the widgets, which each pane brings along itself, also into a pop-up. */
public final class WidgetStyles {
    private static final String SHEET =
            WidgetStyles.class.getResource("widgets.css").toExternalForm();

    private WidgetStyles() {}

    /** Adds the style sheet to a node and all below it. */
    public static void apply(Parent parent) {
        if (!parent.getStylesheets().contains(SHEET)) {
            parent.getStylesheets().add(SHEET);
        }
    }
}
