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
}
