package org.penumbra.view.lab;

import org.kordamp.ikonli.feather.Feather;

/** What a lab shows as files. Every lab opens its own with Ctrl+E. */
public abstract class ExportMenu extends LabMenu {

    /** @param what can be exported, "Pictures and numbers" */
    protected ExportMenu(String what) {
        super("export", "Export", Feather.DOWNLOAD, what + " as files (Ctrl+E)");
    }
}
