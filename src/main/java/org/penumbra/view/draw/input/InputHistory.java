package org.penumbra.view.draw.input;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The inputs that were tried, the newest first; the oldest make room. It needs no screen. */
public final class InputHistory {

    /** Most inputs that are kept. */
    static final int MOST = 100;

    private final ObservableList<HistoryEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<HistoryEntry> seen = FXCollections.unmodifiableObservableList(entries);

    /** The newest first, at most {@link #MOST}; not to be written to. */
    public ObservableList<HistoryEntry> entries() {
        return seen;
    }

    /** The entry of an input, if it is here. */
    public Optional<HistoryEntry> entryOf(DigitInput input) {
        return entries.stream().filter(entry -> entry.input() == input).findFirst();
    }

    /** Takes an input in, unless it is here or looks like the newest. */
    void add(DigitInput input) {
        boolean same = !entries.isEmpty() && entries.get(0).input().image().looksLike(input.image());
        if (same || entryOf(input).isPresent()) {
            return;
        }
        entries.add(0, new HistoryEntry(input));
        if (entries.size() > MOST) {
            entries.remove(MOST, entries.size());
        }
    }

    /** Takes an entry out. */
    void remove(HistoryEntry entry) {
        entries.remove(entry);
    }

    /** Takes all out. */
    void clear() {
        entries.clear();
    }
}
