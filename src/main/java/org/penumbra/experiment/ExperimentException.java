package org.penumbra.experiment;

import org.penumbra.data.Problem;

/** An experiment cannot be run, gone on with or reported. The message says why and what to do. */
public final class ExperimentException extends Problem {

    public ExperimentException(String message) {
        super(message);
    }

    public ExperimentException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param atTerminal what follows at a terminal: options and commands that a window has buttons for */
    public ExperimentException(String message, String atTerminal, Throwable cause) {
        super(message, atTerminal, cause);
    }
}
