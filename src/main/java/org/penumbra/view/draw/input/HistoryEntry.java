package org.penumbra.view.draw.input;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.paint.Color;

/**
 * An input that was tried.
 *
 * @param input  what was asked about
 * @param note   what came of it, shown below its picture: a few letters, "3", "unknown"; empty at first. The lab sets it
 * @param colour of the note; null for that of text. The lab sets it
 */
public record HistoryEntry(DigitInput input, StringProperty note, ObjectProperty<Color> colour) {

    /** An input of which nothing is known yet. */
    HistoryEntry(DigitInput input) {
        this(input, new SimpleStringProperty(""), new SimpleObjectProperty<>());
    }
}
