package org.penumbra.preset;

/**
 * A preset that cannot be read, found or written. The message is meant for the person at the screen: it names the
 * file, the key, what was expected, what was found and what to do.
 *
 * <p>It is unchecked because nothing between the file and the person can mend a wrong preset: only the window and the
 * command line catch it, to show its message.
 */
public final class PresetException extends RuntimeException {

    PresetException(String message) {
        super(message);
    }

    PresetException(String message, Throwable cause) {
        super(message, cause);
    }
}
