package org.penumbra.net.stock;

import org.penumbra.data.Problem;

/** DL4J was asked for, but a jar of it is not part of this installation; the message says which. */
public final class Dl4jMissing extends Problem {

    private static final long serialVersionUID = 1L;

    /** @param message what is missing, and what goes without it */
    Dl4jMissing(String message) {
        super(message);
    }
}
