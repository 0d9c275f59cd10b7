package org.penumbra.view.rings;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.penumbra.net.layer.Activation;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** Chooses the shape of the network; takes effect with a restart. */
final class NetworkPane extends VBox {

    NetworkPane(SetupDraft draft, Runnable apply) {
        getStyleClass().add("form");
        ComboBox<Activation> activations = ChoiceBoxes.of(
                "activation",
                List.of(Activation.values()),
                activation -> activation.name().toLowerCase(Locale.ROOT),
                draft.activationProperty());
        activations.setTooltip(new Tooltip("What every hidden unit does to its sum"));
        draft.activationChangedProperty().subscribe(changed -> ChoiceBoxes.markChanged(activations, changed));
        getChildren()
                .addAll(
                        new FieldRow(draft.hidden(), apply),
                        FieldRow.row("Activation", "Of every hidden layer", activations));
    }
}
