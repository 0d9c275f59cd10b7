package org.penumbra.view.widget.form;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Lists to choose one of a few things from. */
public final class ChoiceBoxes {

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private ChoiceBoxes() {}

    /**
     * A list that follows a property and is followed by it.
     *
     * @param name how a thing is called
     */
    public static <T> ComboBox<T> of(String id, List<T> things, Function<T, String> name, Property<T> choice) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(things);
        box.setConverter(named(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(choice);
        return box;
    }

    /** Shows that the choice is not what runs now. */
    public static void markChanged(ComboBox<?> box, boolean changed) {
        box.pseudoClassStateChanged(CHANGED, changed);
    }

    /** Writes things by their names; reads none. */
    public static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T thing) {
                return thing == null ? "" : name.apply(thing);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a choice is clicked, never typed");
            }
        };
    }
}
