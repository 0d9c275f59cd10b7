package org.penumbra.command;

import java.nio.file.InvalidPathException;
import org.penumbra.command.console.Console;
import org.penumbra.data.Problem;
import org.penumbra.live.engine.Explanation;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Turns a failed command into one line on standard error and exit code 1, whatever it failed by; {@code --debug} adds the
 * stack trace.
 */
final class ErrorLines implements IExecutionExceptionHandler, IExecutionStrategy {

    private static final Explanation EXPLANATION = new Explanation(
            "for this command",
            "Ask for less at once, such as a smaller batch, grid or folder of pictures, or give Java more, such as with "
                    + "JAVA_OPTS=-Xmx6g.",
            "");

    private final Console console;

    ErrorLines(Console console) {
        this.console = console;
    }

    /** Runs the command; picocli catches exceptions only, so an error is handed to it within one. */
    @Override
    public int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error error) {
            CommandLine line = parsed.asCommandLineList().get(0);
            throw new ExecutionException(line, "the command " + line.getCommandName() + " ended by an error", error);
        }
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
        return tell(thrown.getCause() instanceof Error error ? error : thrown, debug(line));
    }

    /** Tells of a failure and returns the exit code. */
    int tell(Throwable failure, boolean debug) {
        console.complain(words(failure));
        if (debug) {
            failure.printStackTrace(console.err());
        } else if (!isExpected(failure)) {
            console.err()
                    .println("This is a fault of the program; the same command with --debug shows where it happened.");
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

    /** Whether a person can do something about it. */
    private static boolean isExpected(Throwable failure) {
        return failure instanceof Problem || noPath(failure) != null || Explanation.isOfTheMachine(failure);
    }

    /** The name that this system or this locale cannot have, among the causes; null where there is none. */
    private static InvalidPathException noPath(Throwable failure) {
        if (failure == null || failure instanceof Problem) {
            return null;
        }
        return failure instanceof InvalidPathException noPath ? noPath : noPath(failure.getCause());
    }

    private static String words(Throwable failure) {
        InvalidPathException noPath = noPath(failure);
        if (noPath != null) {
            return "\"" + noPath.getInput() + "\" cannot be the name of a file here (" + noPath.getReason()
                    + "). Choose another name, or a locale with UTF-8, such as with LC_ALL=C.UTF-8.";
        }
        if (!(failure instanceof Problem) && Explanation.isOfTheMachine(failure)) {
            return EXPLANATION.atTerminal("", failure);
        }
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return failure instanceof Problem ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
