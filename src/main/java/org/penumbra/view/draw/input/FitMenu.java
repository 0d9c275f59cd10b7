package org.penumbra.view.draw.input;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.penumbra.data.ink.Fit;

/** Says how the chosen model sees a picture or a drawing, and lets one fit be chosen for all models. */
final class FitMenu extends MenuButton {

    private static final double TOOLTIP_WIDTH = 400;

    FitMenu(InputModel model) {
        setId("fit");
        getStyleClass().add("small");
        setMaxWidth(Double.MAX_VALUE);
        ToggleGroup group = new ToggleGroup();
        add(model, group, Optional.empty(), "As each model was trained");
        for (Fit fit : Fit.values()) {
            String words = fit.words();
            add(model, group, Optional.of(fit), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
        }
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> shortly(model.seenFit()), model.fitProperty(), model.shownFitProperty()));
        Tooltip words = new Tooltip();
        words.setWrapText(true);
        words.setMaxWidth(TOOLTIP_WIDTH);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () ->
                                "How a picture or a drawing becomes 28 \u00d7 28 pixels, and what is changed about it after that. "
                                        + model.fitNoteProperty().get(),
                        model.fitNoteProperty()));
        setTooltip(words);
        accessibleTextProperty().bind(words.textProperty());
    }

    private void add(InputModel model, ToggleGroup group, Optional<Fit> fit, String words) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setOnAction(event -> model.fitProperty().set(fit));
        model.fitProperty().subscribe(now -> item.setSelected(now.equals(fit)));
        getItems().add(item);
    }

    private static String shortly(Fit fit) {
        return switch (fit) {
            case DIGIT -> "Cropped";
            case WHOLE -> "Whole";
            case AS_IS -> "As it is";
        };
    }
}
