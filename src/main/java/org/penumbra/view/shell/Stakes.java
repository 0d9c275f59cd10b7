package org.penumbra.view.shell;

import java.util.List;

/** Asks before work is lost that took long. Belongs to the JavaFX thread. */
public final class Stakes {

    private final Sheets sheets;

    /** @param sheets where the question is shown */
    Stakes(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * Does what loses something, and asks first where that is much.
     *
     * @param atStake whole sentences on what would be lost, as in {@link Lab#atStake}; empty ones do not count
     * @param action  called at once where there is none, or when a person has agreed; else not at all
     */
    void losing(List<String> atStake, Runnable action) {
        List<String> much =
                atStake.stream().filter(sentence -> !sentence.isBlank()).toList();
        if (much.isEmpty()) {
            action.run();
            return;
        }
        Question.Words words =
                new Question.Words("Lose what is not saved?", String.join("\n", much), "Lose it", "Keep it");
        Question.ask(sheets, words, yes -> {
            if (yes) {
                action.run();
            }
        });
    }
}
