package org.penumbra.view.lab;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A menu of a lab in the top bar. */
public abstract class LabMenu extends MenuButton {

    /** @param hint what is in the menu, a few words */
    protected LabMenu(String id, String text, Ikon icon, String hint) {
        super(text, new FontIcon(icon));
        setId(id);
        setTooltip(new Tooltip(hint));
    }

    /** Adds an item at the end. */
    protected final MenuItem add(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        getItems().add(item);
        return item;
    }

    /**
     * Adds an item at the end that shows its keys.
     *
     * @param keys as {@link KeyCombination#valueOf} reads them, "Shortcut+O"
     */
    protected final void add(String id, String text, String keys, Runnable action) {
        add(id, text, action).setAccelerator(KeyCombination.valueOf(keys));
    }

    /** Adds a line between items. */
    protected final void addLine() {
        getItems().add(new SeparatorMenuItem());
    }
}
