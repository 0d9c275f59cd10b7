package org.penumbra.view.rings;

import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.preset.Preset;

/** What ships, and opening and saving files. */
final class PresetMenu extends MenuButton {

    private static final double DESCRIPTION_WIDTH = 400;

    private final RingsActions actions;

    PresetMenu(RingsModel model, RingsActions actions) {
        this.actions = actions;
        setId("presets");
        setGraphic(new FontIcon(Feather.FOLDER));
        textProperty().bind(model.presetProperty().map(Preset::title));
        setTooltip(new Tooltip("Open or save a preset"));
        show(List.of());
    }

    /** Lists the presets that ship above opening and saving. */
    void show(List<Preset> shipped) {
        getItems().clear();
        for (Preset preset : shipped) {
            Label title = new Label(preset.title());
            Text description = new Text(preset.description());
            description.getStyleClass().add("preset-description");
            description.setWrappingWidth(DESCRIPTION_WIDTH);
            VBox words = new VBox(title, description);
            words.getStyleClass().add("preset-item");
            CustomMenuItem item = new CustomMenuItem(words);
            item.setId("preset-" + preset.name());
            item.setOnAction(event -> actions.open(preset));
            getItems().add(item);
        }
        if (!shipped.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems()
                .addAll(
                        item("open", "Open\u2026", "Shortcut+O", actions::openFile),
                        item("save", "Save", "Shortcut+S", actions::save),
                        item("save-as", "Save as\u2026", "Shortcut+Shift+S", actions::saveAs));
    }

    private static MenuItem item(String id, String text, String keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
