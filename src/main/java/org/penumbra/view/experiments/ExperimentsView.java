package org.penumbra.view.experiments;

import javafx.scene.layout.Region;
import org.penumbra.view.lab.LabCover;
import org.penumbra.view.lab.LabView;

/** The experiments lab as it is seen: choices at the left, the cells, the report beside them, and a line on the run. */
final class ExperimentsView extends LabView {

    private final ExperimentControls controls;
    private final CellsPane cells;
    private final ReportPane report;

    ExperimentsView(ExperimentsModel model, ExperimentActions actions) {
        super("experiments");
        controls = new ExperimentControls(model, actions);
        cells = new CellsPane(model);
        report = new ReportPane(model);
        setSide(controls, controls.transport().play());
        LabCover cover = new LabCover("Starting");
        cover.visibleProperty().bind(model.frameProperty().isNull());
        setLayers(new SideBySide(cells, report), cover);
        setBottom(new ExperimentStatusBar(model));
    }

    ExperimentControls controls() {
        return controls;
    }

    CellsPane cells() {
        return cells;
    }

    Region report() {
        return report;
    }
}
