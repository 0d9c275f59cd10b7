package org.penumbra.view.draw;

import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.detector.DetectorsPane;

/** The cards, of networks or of detectors, and above them the bar by which one chooses. */
final class AnswersPane extends VBox {

    private final CardsPane networks;

    AnswersPane(DrawModel model, CompareBar bar, CardsPane networks, DetectorsPane detectors) {
        this.networks = networks;
        getStyleClass().add("answers-pane");
        StackPane cards = new StackPane(networks, detectors);
        cards.setMinWidth(0);
        VBox.setVgrow(cards, Priority.ALWAYS);
        getChildren().addAll(bar, cards);
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
