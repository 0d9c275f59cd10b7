package org.penumbra.view.draw.input;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * An input that was tried.
 *
 * @param input   what was asked about
 * @param note    what came of it, shown below its picture: a few letters, "3", "?"; empty at first. The lab sets it
 * @param outcome whether it was known, which colours the note. The lab sets it
 */
public record HistoryEntry(DigitInput input, StringProperty note, ObjectProperty<Outcome> outcome) {

    /** What came of an input. */
    public enum Outcome {
        /** Nothing yet. */
        OPEN,
        /** An answer. */
        KNOWN,
        /** A doubt. */
        UNKNOWN
    }

    /** An input of which nothing is known yet. */
    HistoryEntry(DigitInput input) {
        this(input, new SimpleStringProperty(""), new SimpleObjectProperty<>(Outcome.OPEN));
    }
}
