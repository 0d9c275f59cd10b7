package org.penumbra.view.rings;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** What is drawn over the pictures. */
final class OverlaysPane extends FlowPane {

    OverlaysPane(RingsModel model) {
        getStyleClass().add("overlays");
        getChildren()
                .addAll(
                        box(
                                "show-points",
                                "Points",
                                "The training points, each in the colour of its class (P)",
                                model.showPointsProperty()),
                        box(
                                "show-arrows",
                                "Arrows",
                                "r(x) \u2212 x: where the autoencoder pulls each place, towards denser data (A)",
                                model.showArrowsProperty()),
                        box(
                                "show-contour",
                                "Contour",
                                "Where the largest scaled output reaches the threshold \u03c4 (C)",
                                model.showContourProperty()));
    }

    private static CheckBox box(String id, String text, String meaning, BooleanProperty shown) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setTooltip(new Tooltip(meaning));
        box.selectedProperty().bindBidirectional(shown);
        return box;
    }
}
