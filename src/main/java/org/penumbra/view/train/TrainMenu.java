package org.penumbra.view.train;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Models, checkpoints and presets as files. */
final class TrainMenu extends MenuButton {

    TrainMenu(TrainFiles files) {
        super("Files", new FontIcon(Feather.FOLDER));
        setId("train-files");
        setTooltip(new Tooltip("Models, checkpoints and presets as files"));
        getItems()
                .addAll(
                        item("open-preset", "Open a preset\u2026", "Shortcut+O", files::openPreset),
                        item("save-preset", "Save as a preset\u2026", "Shortcut+Shift+S", files::savePreset),
                        new SeparatorMenuItem(),
                        item("save-model-file", "Save the model\u2026", "Shortcut+S", files::saveModel),
                        new SeparatorMenuItem(),
                        item(
                                "open-checkpoint",
                                "Go on from a checkpoint\u2026",
                                "Shortcut+Shift+O",
                                files::openCheckpoint),
                        item("save-checkpoint", "Save the checkpoint\u2026", null, files::saveCheckpoint));
    }

    private static MenuItem item(String id, String text, String keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
