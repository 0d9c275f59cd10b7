package org.penumbra.view.shell;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything one can do with a state, in the top bar. */
final class ShareMenu extends MenuButton {

    private static final String MEANING = "Share the state of this lab, or set up a shared one";

    ShareMenu(Sharing sharing) {
        super(null, new FontIcon(Feather.SHARE_2));
        setId("share");
        getStyleClass().addAll("button-icon", "flat", "no-arrow");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setTooltip(new Tooltip(MEANING));
        setAccessibleText(MEANING);
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .addAll(
                        item("share-copy", "Copy the state as a text", "Shortcut+Shift+C", sharing::copy),
                        item("share-qr", "Show it as a QR picture (Q)", sharing::show),
                        item("share-save", "Save the state\u2026", "Shortcut+Shift+E", sharing::save),
                        new SeparatorMenuItem(),
                        item("share-paste", "Set up a state that was copied", "Shortcut+Shift+V", sharing::paste),
                        item("share-open", "Open a state\u2026", "Shortcut+Shift+I", sharing::openFile));
    }

    private static MenuItem item(String id, String text, String keys, Runnable action) {
        MenuItem item = item(id, text, action);
        item.setAccelerator(KeyCombination.valueOf(keys));
        return item;
    }

    /** One without keys of its own here: a letter alone would be taken from what is typed. */
    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
