package org.penumbra.data;

/**
 * Something that went wrong and that the person at the screen can do something about. The message is written for this
 * person in English: it names what went wrong and where, what was expected, what was found and what to do. Where the
 * program decides, it asks for the type of the problem and for its fields, never for a word of the message.
 *
 * <p>It is unchecked because nothing between the cause and the person can mend it: only the window and the command line
 * catch it, to show its message. What is thrown and is no problem is a fault of the program.
 */
public abstract class Problem extends RuntimeException {

    /** @param message for the person at the screen */
    protected Problem(String message) {
        super(shown(message));
    }

    /**
     * @param message for the person at the screen
     * @param cause   for the log
     */
    protected Problem(String message, Throwable cause) {
        super(shown(message), cause);
    }

    /** A message names files and what stands in them, wherever it is shown: in a terminal, a label, the log. */
    private static String shown(String message) {
        return message == null ? null : OutsideText.shownLines(message);
    }
}
