package org.penumbra.view.draw.answer;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.penumbra.view.draw.input.HistoryEntry;
import org.penumbra.view.draw.input.HistoryEntry.Outcome;
import org.penumbra.view.draw.input.InputHistory;

/**
 * Writes below each tried input what is to be noted of it at the present setting, and sees that the answers to
 * all of them are kept.
 */
public final class HistoryNotes {

    private final InputHistory history;
    private final DrawModel model;

    public HistoryNotes(InputHistory history, DrawModel model) {
        this.history = history;
        this.model = model;
        history.entries().addListener((ListChangeListener<HistoryEntry>) change -> {
            model.answered()
                    .keep(history.entries().stream().map(HistoryEntry::input).toList());
            write();
        });
        model.settingsProperty().addListener((observed, before, now) -> write());
        model.selectedProperty().addListener((observed, before, now) -> write());
        model.notingProperty().addListener((observed, before, now) -> write());
        model.frameProperty()
                .addListener((observed, before, now) ->
                        history.entryOf(model.inputProperty().get()).ifPresent(this::write));
    }

    private void write() {
        history.entries().forEach(this::write);
    }

    private void write(HistoryEntry entry) {
        Optional<Noting.Note> note = model.answered()
                .to(entry.input())
                .flatMap(model.notingProperty().get()::of);
        entry.note().set(note.map(Noting.Note::words).orElse(""));
        entry.outcome()
                .set(note.map(one -> one.known() ? Outcome.KNOWN : Outcome.UNKNOWN)
                        .orElse(Outcome.OPEN));
    }
}
