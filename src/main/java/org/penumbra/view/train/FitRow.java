package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.penumbra.data.ink.Fit;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** How pictures in a folder of somebody's own become images of 28 x 28 pixels. */
final class FitRow extends HBox {

    private static final String HINT =
            "How a picture becomes 28 \u00d7 28 pixels. digit: cropped and centred as in MNIST; whole: shrunk with its "
                    + "proportions, and inverted where its border is light; as-is: likewise, but never inverted. "
                    + "By the classes: digit where all classes are digits, otherwise whole. The four files of a data "
                    + "set are taken as they are";
    private static final double HINT_WIDTH = 400;

    private final ComboBox<Optional<Fit>> box = new ComboBox<>();
    private boolean following;

    /** @param chosen told what a person chooses; empty for what suits the names of the classes */
    FitRow(Consumer<Optional<Fit>> chosen) {
        box.setId("fit");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(all());
        box.setConverter(ChoiceBoxes.named(fit -> fit.map(Fit::id).orElse("by the classes")));
        Tooltip about = new Tooltip(HINT);
        about.setWrapText(true);
        about.setMaxWidth(HINT_WIDTH);
        box.setTooltip(about);
        box.valueProperty().addListener((observed, before, now) -> {
            if (!following && now != null) {
                chosen.accept(now);
            }
        });
        HBox row = FieldRow.row("Fit", "How a picture becomes 28 \u00d7 28 pixels", box);
        HBox.setHgrow(row, Priority.ALWAYS);
        getChildren().add(row);
        managedProperty().bind(visibleProperty());
    }

    private static List<Optional<Fit>> all() {
        List<Optional<Fit>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (Fit fit : Fit.values()) {
            all.add(Optional.of(fit));
        }
        return all;
    }

    /**
     * Shows how the pictures of a source are taken; hides for one that is no folder of somebody's own.
     *
     * @param running of the run that is shown, or null
     */
    void follow(ImageSource source, ImageSource running) {
        following = true;
        setVisible(source instanceof ImageSource.Stored && DataChoice.of(source).isFolder());
        box.setValue(fit(source));
        ChoiceBoxes.markChanged(box, running != null && !fit(source).equals(fit(running)));
        following = false;
    }

    /** The fit of a source's pictures; empty where it is the one that suits their classes. */
    static Optional<Fit> fit(ImageSource source) {
        return source instanceof ImageSource.Stored stored ? stored.fit() : Optional.empty();
    }
}
