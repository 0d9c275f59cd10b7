package org.penumbra.view.fooling;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Images, animation and numbers of an attack as files. */
final class FoolingExportMenu extends MenuButton {

    FoolingExportMenu(FoolingActions actions) {
        super("Export", new FontIcon(Feather.DOWNLOAD));
        setId("export");
        setTooltip(new Tooltip("Images, animation and numbers as files (Ctrl+E)"));
        getItems()
                .addAll(
                        item("export-picture", "Images side by side as PNG\u2026", actions::exportPicture),
                        item("export-images", "Each image, 28 \u00d7 28, into a folder\u2026", actions::exportImages),
                        item("export-animation", "Animation as GIF\u2026", actions::exportAnimation),
                        new SeparatorMenuItem(),
                        item("export-trials", "Trials as CSV\u2026", actions::exportTrials));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
