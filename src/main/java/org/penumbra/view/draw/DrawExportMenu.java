package org.penumbra.view.draw;

import javafx.scene.Node;
import org.penumbra.view.lab.ExportMenu;

/** The answer and the history as files. */
final class DrawExportMenu extends ExportMenu {

    /** @param shown what the picture shows */
    DrawExportMenu(DrawActions actions, Node shown) {
        super("The answer and the history");
        add("export-picture", "The whole answer as PNG\u2026", () -> actions.exportPicture(shown));
        add("export-verdicts", "Verdicts of the history as CSV\u2026", actions::exportVerdicts);
        add("export-scores", "Scores of every class as CSV\u2026", actions::exportScores);
        add("export-detectors", "What the detectors say of the history as CSV\u2026", actions::exportDetectors);
    }
}
