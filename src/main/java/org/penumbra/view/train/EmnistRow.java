package org.penumbra.view.train;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.penumbra.data.image.Emnist;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** Whether four files in a folder of somebody's own are a set of EMNIST, and which. */
final class EmnistRow extends HBox {

    private static final String HINT =
            "Whether the four files in the folder are a set of EMNIST, whose images are stored on "
                    + "their side and whose labels stand for characters; pictures in folders of their classes are none";

    private final ComboBox<Emnist> box = new ComboBox<>();
    private boolean following;

    /** @param chosen told what a person chooses */
    EmnistRow(Consumer<Emnist> chosen) {
        box.setId("emnist");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(Emnist.all().toList());
        box.setConverter(ChoiceBoxes.named(EmnistRow::words));
        box.setTooltip(new Tooltip(HINT));
        box.valueProperty().addListener((observed, before, now) -> {
            if (!following && now != null) {
                chosen.accept(now);
            }
        });
        HBox row = FieldRow.row("EMNIST", HINT, box);
        HBox.setHgrow(row, Priority.ALWAYS);
        getChildren().add(row);
        managedProperty().bind(visibleProperty());
    }

    /**
     * Shows how a source is understood; hides for one without files of somebody's own.
     *
     * @param running of the run that is shown, or null
     */
    void follow(ImageSource source, ImageSource running) {
        following = true;
        boolean files =
                source instanceof ImageSource.Stored && DataChoice.of(source).isFolder();
        setVisible(files);
        box.setValue(emnist(source));
        ChoiceBoxes.markChanged(box, running != null && !emnist(source).equals(emnist(running)));
        following = false;
    }

    private static Emnist emnist(ImageSource source) {
        return source instanceof ImageSource.Stored stored ? stored.emnist() : new Emnist.Recognised();
    }

    private static String words(Emnist emnist) {
        if (emnist instanceof Emnist.As as) {
            return as.split().id() + (as.upright() ? ", upright already" : "");
        }
        return emnist instanceof Emnist.AsStored ? "none" : "as the names tell";
    }
}
