package org.penumbra.view.fooling;

import org.penumbra.view.lab.ExportMenu;

/** Images, animation and numbers of an attack as files. */
final class FoolingExportMenu extends ExportMenu {

    FoolingExportMenu(FoolingActions actions) {
        super("Images, animation and numbers");
        add("export-picture", "Images side by side as PNG\u2026", actions::exportPicture);
        add("export-images", "Each image, 28 \u00d7 28, into a folder\u2026", actions::exportImages);
        add("export-animation", "Animation as GIF\u2026", actions::exportAnimation);
        addLine();
        add("export-trials", "Trials as CSV\u2026", actions::exportTrials);
    }
}
