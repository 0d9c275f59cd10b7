package org.penumbra.archive;

import org.penumbra.data.Problem;

/**
 * A model or checkpoint that cannot be read, found or written. The message is one line for the person at the screen: it
 * names the file, what was expected, what was found and what to do.
 */
public final class ModelException extends Problem {

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
