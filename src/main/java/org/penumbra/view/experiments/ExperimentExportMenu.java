package org.penumbra.view.experiments;

import org.penumbra.view.lab.ExportMenu;

/** The report as files. */
final class ExperimentExportMenu extends ExportMenu {

    ExperimentExportMenu(ExperimentActions actions) {
        super("The report");
        add("export-report", "Report with tables and pictures, into a folder\u2026", actions::export);
    }
}
