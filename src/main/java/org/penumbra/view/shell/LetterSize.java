package org.penumbra.view.shell;

import java.util.List;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.penumbra.view.shell.key.Shortcut;

/** How large somebody wants all letters, in percent of what suits the window; remembered between starts. */
final class LetterSize {

    /** Percent: smallest and largest, the usual one, and from one size to the next. */
    static final int SMALLEST = 70;

    static final int LARGEST = 200;
    static final int USUAL = 100;
    static final int STEP = 10;
    private static final String KEY = "letters-percent";

    private final Preferences memory;
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(this, "percent", USUAL);

    /** The size last remembered there; the usual one where that is none of the sizes there are. */
    LetterSize(Preferences memory) {
        this.memory = memory;
        int remembered = memory.getInt(KEY, USUAL);
        if (remembered >= SMALLEST && remembered <= LARGEST && remembered % STEP == 0) {
            percent.set(remembered);
        }
    }

    /** {@value #SMALLEST} to {@value #LARGEST}. */
    ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    void larger() {
        set(percent.get() + STEP);
    }

    void smaller() {
        set(percent.get() - STEP);
    }

    void usual() {
        set(USUAL);
    }

    /** @param wanted percent; the nearest of the sizes there are is taken where it is none */
    void set(int wanted) {
        percent.set(Math.max(SMALLEST, Math.min(LARGEST, wanted)));
        memory.putInt(KEY, percent.get());
    }

    /** On a keyboard the plus lies beside the digits, with shift or without, or on the equals sign, or among the numbers. */
    List<Shortcut> keys() {
        return List.of(
                Shortcut.repeating(
                                "Ctrl+plus",
                                "Larger letters",
                                this::larger,
                                "Shortcut+Plus",
                                "Shortcut+Shift+Plus",
                                "Shortcut+Equals",
                                "Shortcut+Shift+Equals",
                                "Shortcut+Add")
                        .overSheets(),
                Shortcut.repeating(
                                "Ctrl+minus",
                                "Smaller letters",
                                this::smaller,
                                "Shortcut+Minus",
                                "Shortcut+Shift+Minus",
                                "Shortcut+Subtract")
                        .overSheets(),
                Shortcut.of("Ctrl+0", "Letters of the usual size", this::usual, "Shortcut+0", "Shortcut+Numpad 0")
                        .overSheets());
    }
}
