package org.penumbra.fooling.victim;

import org.penumbra.data.Problem;

/** An attack that cannot be made or cannot go on; the message says why and what to do. */
public final class FoolingException extends Problem {

    public FoolingException(String message) {
        super(message);
    }
}
