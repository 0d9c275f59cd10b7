package org.penumbra.experiment.report;

import org.penumbra.data.Problem;

/** A report cannot be written. The message names the file, says why, and what to do. */
public final class ReportException extends Problem {

    /** @param atTerminal what follows at a terminal: options that a window has buttons for */
    ReportException(String message, String atTerminal, Throwable cause) {
        super(message, atTerminal, cause);
    }
}
