package org.penumbra.view.train;

import org.penumbra.view.lab.ExportMenu;

/** Pictures and numbers of a run as files. */
final class TrainExportMenu extends ExportMenu {

    TrainExportMenu(TrainExports exports) {
        super("Pictures and numbers");
        for (TrainPicture picture : TrainPicture.values()) {
            add("export-" + picture.fileName(), picture.title() + " as PNG\u2026", () -> exports.picture(picture));
        }
        add("export-pictures", "All of them as PNG\u2026", exports::pictures);
        addLine();
        add("export-curves", "Curves as CSV\u2026", exports::curves);
        add("export-confusion-numbers", "Confusion as CSV\u2026", exports::confusion);
        add("export-samples", "Errors of known and unknown as CSV\u2026", exports::samples);
    }
}
