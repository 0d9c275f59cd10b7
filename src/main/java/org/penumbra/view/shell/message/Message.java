package org.penumbra.view.shell.message;

import java.util.List;
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

    /** NOTE goes away by itself, WORK when what it tells of is over; the others stay until closed. */
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

    /** Tells of something that went well. */
    public static Message note(String title, String text) {
        return new Message(Kind.NOTE, title, text, List.of());
    }

    /** Tells of something that went wrong, with what to try. */
    public static Message failure(String title, String text, Choice... choices) {
        return new Message(Kind.FAILURE, title, text, List.of(choices));
    }
}
