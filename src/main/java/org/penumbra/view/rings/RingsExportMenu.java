package org.penumbra.view.rings;

import org.penumbra.view.lab.ExportMenu;
import org.penumbra.view.rings.field.Field;

/** Pictures and numbers as files. */
final class RingsExportMenu extends ExportMenu {

    RingsExportMenu(RingsActions actions) {
        super("Pictures and numbers");
        for (Field field : Field.values()) {
            add("export-" + field.fileName(), field.title() + " as PNG\u2026", () -> actions.exportPicture(field));
        }
        add("export-pictures", "All four as PNG\u2026", actions::exportPictures);
        addLine();
        add("export-fields", "Numbers of every cell as CSV\u2026", actions::exportFields);
        add("export-curves", "Curves as CSV\u2026", actions::exportCurves);
        add("export-attack", "Paths of the attack as CSV\u2026", actions::exportAttack);
    }
}
