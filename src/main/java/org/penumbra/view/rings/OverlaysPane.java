package org.penumbra.view.rings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** What is drawn over the pictures. */
final class OverlaysPane extends VBox {

    OverlaysPane(PlaneLook look) {
        getStyleClass().add("form");
        CheckBox arrows = new CheckBox("Arrows");
        arrows.setId("show-arrows");
        arrows.setTooltip(
                new Tooltip("r(x) \u2212 x: where the autoencoder pulls each place, towards denser data (A)"));
        arrows.selectedProperty().bindBidirectional(look.arrowsProperty());
        getChildren()
                .addAll(
                        choice(
                                "show-points",
                                "Points",
                                "The training points, each in the colour of its class (P). Over y they hide nothing; over "
                                        + "the others they hide the confidence where it is high",
                                OverlaysPane::ofPoints,
                                look.pointsProperty()),
                        choice(
                                "show-contour",
                                "Contour",
                                "Where the largest scaled output reaches the threshold \u03c4 (C). Bold on y, it is a hair "
                                        + "line over the other three",
                                OverlaysPane::ofContour,
                                look.contourProperty()),
                        arrows);
    }

    private static HBox choice(
            String id, String text, String hint, Function<Spread, String> words, ObjectProperty<Spread> spread) {
        ComboBox<Spread> choices = ChoiceBoxes.of(id, List.of(Spread.values()), words, spread);
        choices.setTooltip(new Tooltip(hint));
        choices.setAccessibleText(text + ": over which pictures");
        return FieldRow.row(text, hint, choices);
    }

    private static String ofPoints(Spread spread) {
        return switch (spread) {
            case ON_Y -> "on y";
            case EVERYWHERE -> "everywhere";
            case OFF -> "off";
        };
    }

    private static String ofContour(Spread spread) {
        return switch (spread) {
            case ON_Y -> "bold on y";
            case EVERYWHERE -> "bold everywhere";
            case OFF -> "off";
        };
    }
}
