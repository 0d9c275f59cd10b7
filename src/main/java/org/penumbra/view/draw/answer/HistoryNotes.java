package org.penumbra.view.draw.answer;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.view.draw.input.HistoryEntry;
import org.penumbra.view.draw.input.HistoryEntry.Outcome;
import org.penumbra.view.draw.input.InputHistory;

/**
 * Writes below each tried input what the selected model says of it at the present setting, and sees that the answers to
 * all of them are kept.
 */
public final class HistoryNotes {

    private static final String DOUBT = "?";

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
        model.selectedProperty()
                .flatMap(DrawCard::answerProperty)
                .addListener((observed, before, now) ->
                        history.entryOf(model.inputProperty().get()).ifPresent(this::write));
    }

    private void write() {
        history.entries().forEach(this::write);
    }

    private void write(HistoryEntry entry) {
        Optional<CardReading> reading = model.answered()
                .to(entry.input())
                .flatMap(this::ofSelected)
                .filter(answer -> model.settingsProperty().get().suits(answer.model()))
                .map(answer ->
                        CardReading.of(answer, model.settingsProperty().get().of(answer.model())));
        entry.note().set(reading.map(HistoryNotes::words).orElse(""));
        entry.outcome()
                .set(reading.map(one -> one.verdict().known() ? Outcome.KNOWN : Outcome.UNKNOWN)
                        .orElse(Outcome.OPEN));
    }

    /** The selected model's answer, or none if it was not asked about this input. */
    private Optional<ModelAnswer> ofSelected(Answered.Answers answers) {
        DrawCard selected = model.selectedProperty().get();
        List<ModelAnswer> given = answers.frame().answers();
        return selected == null
                ? Optional.empty()
                : given.stream()
                        .filter(answer ->
                                answer.model() == selected.modelProperty().get())
                        .findFirst();
    }

    private static String words(CardReading reading) {
        return reading.verdict().known() ? reading.headline() : DOUBT;
    }
}
