package org.penumbra.view.widget.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;

/**
 * One typed value of the form that determines a run: its text, what is wrong with it, and whether it differs from what
 * runs now.
 *
 * @param <T> what the text means
 */
public final class DraftField<T> {

    /** The setting of a field that no check but its own reader finds wrong. */
    private static final String NONE = "";

    private final String label;
    private final String hint;
    private final String setting;
    private final Function<String, T> reader;
    private final Function<T, String> writer;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private T value;
    private T running;
    private boolean wide;

    private DraftField(
            String label, String hint, String setting, Function<String, T> reader, Function<T, String> writer) {
        this.label = label;
        this.hint = hint;
        this.setting = setting;
        this.reader = reader;
        this.writer = writer;
        text.addListener((observed, before, now) -> read(now));
    }

    /** A number such as 0.6. */
    public static DraftField<Double> number(String label, String hint) {
        return new DraftField<>(label, hint, NONE, Notation::number, Notation::text);
    }

    /** A whole number such as 3000. */
    public static DraftField<Integer> whole(String label, String hint) {
        return new DraftField<>(label, hint, NONE, Notation::whole, String::valueOf);
    }

    /** A whole number of any size, such as a seed. */
    public static DraftField<Long> seed(String label, String hint) {
        return new DraftField<>(label, hint, NONE, Notation::seed, String::valueOf);
    }

    /** Places such as (-1, 1) (1, 1). */
    public static DraftField<List<Position>> places(String label, String hint) {
        DraftField<List<Position>> field = new DraftField<>(label, hint, NONE, Notation::places, Notation::text);
        field.wide = true;
        return field;
    }

    /** Units of layers such as 64, 64. */
    public static DraftField<List<Integer>> layers(String label, String hint) {
        return new DraftField<>(label, hint, NONE, Notation::layers, Notation::layersText);
    }

    /**
     * A new field like this one, for the setting of this name.
     *
     * @param name as a {@link SettingProblem} has it
     */
    public DraftField<T> of(String name) {
        DraftField<T> field = new DraftField<>(label, hint, name, reader, writer);
        field.wide = wide;
        return field;
    }

    /** What stands beside it, and what messages call it. */
    public String label() {
        return label;
    }

    /** What the value does and which unit it has. */
    public String hint() {
        return hint;
    }

    /** Whether what is typed is long, so that it wants a line of its own. */
    public boolean isWide() {
        return wide;
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the value, empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the text says something other than what runs now. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What the text means, empty when it cannot be read. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value of a field that can be read. */
    public T get() {
        return value().orElseThrow(() -> new IllegalArgumentException(label + ": " + problem.get()));
    }

    /** Shows a value without making it what runs. */
    public void show(T shown) {
        text.set(writer.apply(shown));
        read(text.get());
    }

    /** Shows a value and takes it for what runs now. */
    public void showRunning(T shown) {
        running = shown;
        show(shown);
    }

    /** Takes the value back to what runs, if that is known. */
    public void noRunning() {
        running = null;
        read(text.get());
    }

    /** Whether what is wrong with the whole form is wrong with this field's setting. */
    public boolean isMeantBy(SettingProblem wrong) {
        return wrong.setting().equals(setting);
    }

    /** Finds the value wrong for a reason only the whole form knows, until it is read again. */
    public void refuse(String message) {
        problem.set(message);
    }

    /** Reads the text again: what the whole form found wrong may be right by now. */
    public void reread() {
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
