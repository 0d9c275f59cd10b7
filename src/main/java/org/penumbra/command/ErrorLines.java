package org.penumbra.command;

import java.io.PrintWriter;
import org.penumbra.data.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failed command into one line on standard error and exit code 1; {@code --debug} adds the stack trace. */
final class ErrorLines implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println("penumbra: " + oneLine(failure));
        if (debug(line)) {
            failure.printStackTrace(err);
        } else if (!isExpected(failure)) {
            err.println("This is a fault of the program; the same command with --debug shows where it happened.");
        }
        return ExitCode.SOFTWARE;
    }

    private static boolean debug(CommandLine line) {
        CommandLine root = line;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return ((PenumbraCommand) root.getCommand()).debug();
    }

    /** Whether the message was written for a person. */
    private static boolean isExpected(Exception failure) {
        return failure instanceof Problem;
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return isExpected(failure) ? line : failure.getClass().getSimpleName() + ": " + line;
    }
}
