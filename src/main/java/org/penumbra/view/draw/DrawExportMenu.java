package org.penumbra.view.draw;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The answer and the history as files. */
final class DrawExportMenu extends MenuButton {

    /** @param shown what the picture shows */
    DrawExportMenu(DrawActions actions, Node shown) {
        super("Export", new FontIcon(Feather.DOWNLOAD));
        setId("export");
        setTooltip(new Tooltip("The answer and the history as files (Ctrl+E)"));
        getItems()
                .addAll(
                        item("export-picture", "The whole answer as PNG\u2026", () -> actions.exportPicture(shown)),
                        item("export-verdicts", "Verdicts of the history as CSV\u2026", actions::exportVerdicts),
                        item("export-scores", "Scores of every class as CSV\u2026", actions::exportScores));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
