package org.penumbra.state;

import org.penumbra.data.Problem;

/** A text that is no state, or one of another version. The message is one line: what was expected, found, and what to do. */
public final class StateProblem extends Problem {

    StateProblem(String message) {
        super(message);
    }

    StateProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
