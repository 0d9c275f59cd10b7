package org.penumbra.data;

/**
 * Image data that cannot be found, read, fetched or put in place. The message is one line meant for the person at the
 * screen: it names the file or place, where in it, what was expected, what was found and what to do.
 *
 * <p>It is unchecked because nothing between the file and the person can mend a wrong file: only the window and the
 * command line catch it, to show its message.
 */
public final class DataException extends RuntimeException {

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
