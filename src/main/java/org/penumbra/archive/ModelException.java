package org.penumbra.archive;

import org.penumbra.data.Problem;

/**
 * A model, checkpoint or file of answers that cannot be read, found or written. The message is one line for the person at
 * the screen: it names the file, what was expected, what was found and what to do.
 */
public final class ModelException extends Problem {

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** Nothing that ships has this name. */
        UNKNOWN_NAME,
        /** There is no such file. */
        MISSING,
        /** It is a folder, a named pipe or a device. */
        NO_FILE,
        /** The system refuses to read it. */
        UNREADABLE,
        /** It was not written by this program. */
        FOREIGN,
        /** It ends too early. */
        CUT_OFF,
        /** It is not as it was written. */
        DAMAGED,
        /** Its header does not say what it should; where that is known the cause is a PresetException with the place. */
        HEADER,
        /** It is whole, but its numbers are no weights, scores or errors. */
        NUMBERS,
        /** Its answers were given by other weights. */
        OTHER_WEIGHTS,
        /** It cannot be written. */
        NOT_WRITTEN
    }

    ModelException(Kind kind, String message) {
        this(kind, message, null);
    }

    ModelException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }
}
