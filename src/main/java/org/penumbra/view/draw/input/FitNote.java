package org.penumbra.view.draw.input;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Says that not every model sees the image alike; which sees what stands in its tooltip. Mostly there is nothing to say. */
final class FitNote extends Label {

    private static final double TOOLTIP_WIDTH = 400;

    FitNote(InputModel model) {
        setId("fit-note");
        getStyleClass().add("hint");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        textProperty().bind(model.fitRemarkProperty());
        visibleProperty().bind(Bindings.isNotEmpty(model.fitRemarkProperty()));
        managedProperty().bind(visibleProperty());
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        whole.textProperty().bind(model.fitNoteProperty());
        setTooltip(whole);
    }
}
