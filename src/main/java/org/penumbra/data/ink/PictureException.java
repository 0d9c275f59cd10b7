package org.penumbra.data.ink;

/**
 * A picture that cannot be read, or shows nothing. The message is meant for the person at the screen: it names the
 * picture, what was expected, what was found and what to do.
 *
 * <p>It is unchecked because nothing between the file and the person can mend a picture: only the window and the
 * command line catch it, to show its message.
 */
public final class PictureException extends RuntimeException {

    PictureException(String message) {
        super(message);
    }

    PictureException(String message, Throwable cause) {
        super(message, cause);
    }

    static PictureException blank(String name) {
        return new PictureException(name + ": expected a digit, dark on light or light on dark, but it is blank. "
                + "Draw one, or give it more contrast.");
    }
}
