package org.penumbra.view.train;

import org.kordamp.ikonli.feather.Feather;
import org.penumbra.view.lab.LabMenu;

/** Models, checkpoints and presets as files. */
final class TrainMenu extends LabMenu {

    TrainMenu(TrainFiles files) {
        super("train-files", "Files", Feather.FOLDER, "Models, checkpoints and presets as files");
        add("open-preset", "Open a preset\u2026", "Shortcut+O", files::openPreset);
        add("save-preset", "Save as a preset\u2026", "Shortcut+Shift+S", files::savePreset);
        addLine();
        add("save-model-file", "Save the model\u2026", "Shortcut+S", files::saveModel);
        addLine();
        add("open-checkpoint", "Go on from a checkpoint\u2026", "Shortcut+Shift+O", files::openCheckpoint);
        add("save-checkpoint", "Save the checkpoint\u2026", files::saveCheckpoint);
    }
}
