package org.penumbra.view.draw.answer;

import java.util.Optional;

/** Who says what is noted below an input of the history. */
@FunctionalInterface
public interface Noting {

    /**
     * What is noted.
     *
     * @param words few
     * @param known whether the answer is a class
     */
    record Note(String words, boolean known) {}

    /** The note on some answers; empty where there is nothing to be said. */
    Optional<Note> of(Answered.Answers answers);
}
