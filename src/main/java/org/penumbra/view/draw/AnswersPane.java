package org.penumbra.view.draw;

import javafx.scene.layout.StackPane;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.detector.DetectorsPane;

/** The cards, of networks or of detectors. */
final class AnswersPane extends StackPane {

    private final CardsPane networks;

    AnswersPane(DrawModel model, CardsPane networks, DetectorsPane detectors) {
        this.networks = networks;
        getChildren().addAll(networks, detectors);
        networks.managedProperty().bind(networks.visibleProperty());
        detectors.managedProperty().bind(detectors.visibleProperty());
        model.comparisonProperty().subscribe(now -> {
            networks.setVisible(now == Comparison.NETWORKS);
            detectors.setVisible(now == Comparison.DETECTORS);
        });
    }

    /** Width of the narrowest card of a network; those of detectors are narrower. */
    double leastWidth() {
        return networks.leastWidth();
    }
}
