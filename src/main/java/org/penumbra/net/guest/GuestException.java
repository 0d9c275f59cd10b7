package org.penumbra.net.guest;

import org.penumbra.data.Problem;

/**
 * A network of DL4J that cannot be a guest. The message is one line for the person at the screen: it names the file or the
 * layer, what was expected, what was found and what to do.
 */
public final class GuestException extends Problem {

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** There is no such file. */
        MISSING,
        /** It is a folder, a named pipe or a device. */
        NO_FILE,
        /** The system refuses to read it, or to write it. */
        UNREADABLE,
        /** It is no file that DL4J's ModelSerializer wrote. */
        FOREIGN,
        /** It is not as it was written. */
        DAMAGED,
        /** It holds something that is not read, because reading it could run code. */
        UNSAFE,
        /** It is larger than what is read. */
        TOO_LARGE,
        /** It is a network, but none that answers to images of 28 x 28 pixels with classes. */
        UNFIT,
        /** Its parameters are no numbers. */
        NUMBERS,
        /** What was noted beside it belongs to other weights. */
        OTHER_WEIGHTS,
        /** What is to be taken for what does not fit the network. */
        READING
    }

    /** @param message one line for a person */
    public GuestException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** @param cause for the log; may be null */
    public GuestException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }
}
