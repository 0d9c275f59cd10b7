package org.penumbra.data;

/**
 * Image data that cannot be found, read, fetched or put in place. The message is one line meant for the person at the
 * screen: it names the file or place, where in it, what was expected, what was found and what to do.
 */
public final class DataException extends Problem {

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param message    for a window and a terminal
     * @param atTerminal what follows at a terminal: options and commands that a window has buttons for
     * @param cause      for the log; may be null
     */
    public DataException(String message, String atTerminal, Throwable cause) {
        super(message, atTerminal, cause);
    }

    /**
     * @param inWindow   for a window
     * @param atTerminal for a terminal
     * @param details    what a window keeps for whoever asks for it
     */
    public DataException(String inWindow, String atTerminal, String details) {
        super(inWindow, atTerminal, details, null);
    }
}
