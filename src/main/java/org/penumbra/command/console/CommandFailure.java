package org.penumbra.command.console;

import org.penumbra.data.Problem;

/** A command that could not do its work, for a reason the message tells in one line, without a stack trace. */
public final class CommandFailure extends Problem {

    /** @param message what failed, where, and what to do */
    public CommandFailure(String message) {
        super(message);
    }

    /** @param cause shown with {@code --debug} only */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
