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

    private final String inWindow;
    private final String details;

    /** @param message for the person at the screen */
    protected Problem(String message) {
        this(message, (Throwable) null);
    }

    /**
     * @param message for the person at the screen
     * @param cause   for the log
     */
    protected Problem(String message, Throwable cause) {
        this(message, "", cause);
    }

    /**
     * @param message    for the person at the screen, at a window or a terminal
     * @param atTerminal what follows at a terminal: options and commands that a window has buttons for
     * @param cause      for the log; may be null
     */
    protected Problem(String message, String atTerminal, Throwable cause) {
        this(message, message + atTerminal, "", cause);
    }

    /**
     * @param inWindow   for a person at a window
     * @param atTerminal for a person at a terminal, with all details
     * @param details    what a window keeps for whoever asks for it, such as addresses; or empty
     * @param cause      for the log; may be null
     */
    protected Problem(String inWindow, String atTerminal, String details, Throwable cause) {
        super(shown(atTerminal), cause);
        this.inWindow = shown(inWindow);
        this.details = shown(details);
    }

    /** The message without options and commands, for a window: it has buttons in their place. */
    public final String inWindow() {
        return inWindow;
    }

    /** The message of any failure for a window: that of a problem as {@link #inWindow()} says it. */
    public static String forWindow(Throwable failure) {
        return failure instanceof Problem problem ? problem.inWindow() : failure.getMessage();
    }

    /** What a window shows only to whoever asks for it, such as addresses; mostly empty. */
    public final String details() {
        return details;
    }

    /** A message names files and what stands in them, wherever it is shown: in a terminal, a label, the log. */
    private static String shown(String message) {
        return message == null ? null : OutsideText.shownLines(message);
    }
}
