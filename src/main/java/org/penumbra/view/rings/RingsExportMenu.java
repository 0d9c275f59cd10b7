package org.penumbra.view.rings;

import org.penumbra.view.lab.ExportMenu;
import org.penumbra.view.rings.field.Field;

/** Pictures and numbers as files. */
final class RingsExportMenu extends ExportMenu {

    RingsExportMenu(RingsExports exports) {
        super("Pictures and numbers");
        for (Field field : Field.values()) {
            add("export-" + field.fileName(), field.title() + " as PNG\u2026", () -> exports.exportPicture(field));
        }
        add("export-compared", "Compared detectors into a folder\u2026", exports::exportCompared);
        add("export-all", "All in one PNG\u2026", exports::exportAll);
        add("export-pictures", "All into a folder\u2026", exports::exportPictures);
        addLine();
        add("export-fields", "Numbers of every cell as CSV\u2026", exports::exportFields);
        add("export-curves", "Curves as CSV\u2026", exports::exportCurves);
        add("export-attack", "Paths of the attack as CSV\u2026", exports::exportAttack);
    }
}
