package org.penumbra.preset;

import org.penumbra.data.Problem;

/**
 * A preset that cannot be read, found or written. The message is meant for the person at the screen: it names the
 * file, the key, what was expected, what was found and what to do.
 */
public final class PresetException extends Problem {

    PresetException(String message) {
        super(message);
    }

    PresetException(String message, Throwable cause) {
        super(message, cause);
    }
}
