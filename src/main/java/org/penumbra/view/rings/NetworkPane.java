package org.penumbra.view.rings;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.penumbra.net.layer.Activation;
import org.penumbra.view.widget.form.FieldRow;

/** Chooses the shape of the network; takes effect with a restart. */
final class NetworkPane extends VBox {

    NetworkPane(SetupDraft draft) {
        getStyleClass().add("form");
        ComboBox<Activation> activations = new ComboBox<>();
        activations.setId("activation");
        activations.getItems().setAll(Activation.values());
        activations.setConverter(new StringConverter<>() {
            @Override
            public String toString(Activation activation) {
                return activation == null ? "" : activation.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public Activation fromString(String text) {
                return Activation.valueOf(text.toUpperCase(Locale.ROOT));
            }
        });
        activations.valueProperty().bindBidirectional(draft.activationProperty());
        activations.setTooltip(new Tooltip("What every hidden unit does to its sum"));
        draft.activationChangedProperty()
                .subscribe(
                        changed -> activations.pseudoClassStateChanged(PseudoClass.getPseudoClass("changed"), changed));
        getChildren()
                .addAll(
                        new FieldRow(draft.hidden(), draft::apply),
                        FieldRow.row("Activation", "Of every hidden layer", activations));
    }
}
