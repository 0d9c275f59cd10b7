package org.penumbra.view.shell;

import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

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
}
