package org.penumbra.view.rings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.penumbra.data.Position;

/**
 * One typed value of the form that determines a run: its text, what is wrong with it, and whether it differs from what
 * runs now.
 *
 * @param <T> what the text means
 */
final class DraftField<T> {

    private final String label;
    private final String hint;
    private final Function<String, T> reader;
    private final Function<T, String> writer;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private T value;
    private T running;

    private DraftField(String label, String hint, Function<String, T> reader, Function<T, String> writer) {
        this.label = label;
        this.hint = hint;
        this.reader = reader;
        this.writer = writer;
        text.addListener((observed, before, now) -> read(now));
    }

    static DraftField<Double> number(String label, String hint) {
        return new DraftField<>(label, hint, Notation::number, Notation::text);
    }

    static DraftField<Integer> whole(String label, String hint) {
        return new DraftField<>(label, hint, Notation::whole, String::valueOf);
    }

    static DraftField<List<Position>> places(String label, String hint) {
        return new DraftField<>(label, hint, Notation::places, Notation::text);
    }

    static DraftField<List<Integer>> layers(String label, String hint) {
        return new DraftField<>(label, hint, Notation::layers, Notation::layersText);
    }

    String label() {
        return label;
    }

    /** What the value does and which unit it has. */
    String hint() {
        return hint;
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the value, empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the text says something other than what runs now. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What the text means, empty when it cannot be read. */
    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value of a field that can be read. */
    T get() {
        return value().orElseThrow(() -> new IllegalArgumentException(label + ": " + problem.get()));
    }

    /** Shows a value without making it what runs. */
    void show(T shown) {
        text.set(writer.apply(shown));
        read(text.get());
    }

    /** Shows a value and takes it for what runs now. */
    void showRunning(T shown) {
        running = shown;
        show(shown);
    }

    /** Takes the value back to what runs, if that is known. */
    void noRunning() {
        running = null;
        read(text.get());
    }

    /** Whether a message about the whole form is about this field: it begins with the field's name. */
    boolean isMeantBy(String message) {
        return message.toLowerCase(Locale.ROOT).startsWith(label.toLowerCase(Locale.ROOT));
    }

    /** Finds the value wrong for a reason only the whole form knows, until it is read again. */
    void refuse(String message) {
        problem.set(message);
    }

    /** Reads the text again: what the whole form found wrong may be right by now. */
    void reread() {
        read(text.get());
    }

    private void read(String now) {
        try {
            value = reader.apply(now);
            problem.set("");
        } catch (IllegalArgumentException unreadable) {
            value = null;
            problem.set(unreadable.getMessage());
        }
        changed.set(running != null && !running.equals(value));
    }
}
