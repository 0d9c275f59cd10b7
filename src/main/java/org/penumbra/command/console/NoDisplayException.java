package org.penumbra.command.console;

/** There is no display to open the window on; the message says how that was noticed. */
public final class NoDisplayException extends RuntimeException {

    /** @param message how it was noticed, a sentence without its full stop */
    public NoDisplayException(String message) {
        super(message);
    }

    /** @param cause what the window's toolkit said */
    public NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
