package org.penumbra.fooling;

/** An attack that cannot be made or cannot go on; the message says why and what to do. */
public final class FoolingException extends RuntimeException {

    FoolingException(String message) {
        super(message);
    }
}
