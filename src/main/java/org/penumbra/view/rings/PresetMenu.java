package org.penumbra.view.rings;

import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.preset.Preset;
import org.penumbra.view.lab.LabMenu;

/** What ships, and opening and saving files. */
final class PresetMenu extends LabMenu {

    private static final double DESCRIPTION_WIDTH = 400;

    private final RingsActions actions;

    PresetMenu(RingsModel model, RingsActions actions) {
        super("presets", "", Feather.FOLDER, "Open or save a preset");
        this.actions = actions;
        textProperty().bind(model.presetProperty().map(Preset::title));
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
            addLine();
        }
        add("open", "Open\u2026", "Shortcut+O", actions::openFile);
        add("save", "Save", "Shortcut+S", actions::save);
        add("save-as", "Save as\u2026", "Shortcut+Shift+S", actions::saveAs);
    }
}
