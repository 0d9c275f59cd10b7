package org.penumbra.data.ink;

import org.penumbra.data.Problem;

/**
 * A picture that cannot be read, or shows nothing. The message is meant for the person at the screen: it names the
 * picture, what was expected, what was found and what to do.
 */
public final class PictureException extends Problem {

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
