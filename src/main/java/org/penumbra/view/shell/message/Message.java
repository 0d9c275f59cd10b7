package org.penumbra.view.shell.message;

import java.util.List;
import java.util.Optional;
import javafx.util.Duration;
import org.penumbra.data.OutsideText;

/**
 * Something a person should read: what happened and what to try. Names in it may come from files, so that what is not seen
 * is shown.
 *
 * @param kind    how urgent
 * @param title   what happened, a few words
 * @param text    more of it, and what to try; may be empty
 * @param choices buttons beside the text
 */
public record Message(Kind kind, String title, String text, List<Choice> choices) {

    /** For the first look at a message, and for each of its letters. */
    private static final Duration LOOK = Duration.seconds(4);

    private static final Duration LETTER = Duration.millis(60);

    /** For a button to be thought about. */
    private static final Duration CHOICE = Duration.seconds(8);

    /** NOTE and WARNING fade, WORK goes when what it tells of is over; FAILURE stays until closed. */
    public enum Kind {
        WORK,
        NOTE,
        WARNING,
        FAILURE
    }

    /** A button under a message; pressing it also closes the message. */
    public record Choice(String label, Runnable action) {}

    public Message {
        title = OutsideText.shownLines(title);
        text = OutsideText.shownLines(text);
        choices = List.copyOf(choices);
    }

    /** How long it is shown so that it can be read without haste; empty where it does not go by itself. */
    Optional<Duration> stays() {
        if (kind == Kind.WORK || kind == Kind.FAILURE) {
            return Optional.empty();
        }
        Duration read = LOOK.add(LETTER.multiply(title.length() + text.length()));
        return Optional.of(choices.isEmpty() ? read : read.add(CHOICE));
    }

    /** Tells of something that went well. */
    public static Message note(String title, String text) {
        return new Message(Kind.NOTE, title, text, List.of());
    }

    /** Tells why nothing came of what somebody tried, where nothing is broken. */
    public static Message warning(String title, String text) {
        return new Message(Kind.WARNING, title, text, List.of());
    }

    /** Tells of something that went wrong, with what to try. */
    public static Message failure(String title, String text, Choice... choices) {
        return new Message(Kind.FAILURE, title, text, List.of(choices));
    }
}
