package org.penumbra.view.rings;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pictures and numbers as files. */
final class RingsExportMenu extends MenuButton {

    RingsExportMenu(RingsActions actions) {
        super("Export", new FontIcon(Feather.DOWNLOAD));
        setId("export");
        setTooltip(new Tooltip("Pictures and numbers as files (Ctrl+E)"));
        for (Field field : Field.values()) {
            getItems()
                    .add(item(
                            "export-" + field.fileName(),
                            field.title() + " as PNG\u2026",
                            () -> actions.exportPicture(field)));
        }
        getItems()
                .addAll(
                        item("export-pictures", "All four as PNG\u2026", actions::exportPictures),
                        new SeparatorMenuItem(),
                        item("export-fields", "Numbers of every cell as CSV\u2026", actions::exportFields),
                        item("export-curves", "Curves as CSV\u2026", actions::exportCurves),
                        item("export-attack", "Paths of the attack as CSV\u2026", actions::exportAttack));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
