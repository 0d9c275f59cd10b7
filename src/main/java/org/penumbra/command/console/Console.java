package org.penumbra.command.console;

import java.io.PrintStream;
import org.penumbra.data.OutsideText;

/**
 * Where a command speaks. Every text that goes to one of the streams is shown with its control characters and marks of
 * direction by their numbers, as it may have come from a file.
 *
 * @param out      results, and nothing else
 * @param err      progress and errors
 * @param terminal whether {@code err} is a terminal, on which a line may be drawn over
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

    /** The exit code of a command stopped by Ctrl-C, as shells know it. */
    public static final int STOPPED = 130;
    /** Set to true or false by the start script, which can ask for each stream on its own. */
    static final String TERMINAL_PROPERTY = "penumbra.terminal";

    public Console {
        out = ShownStream.to(out);
        err = ShownStream.to(err);
    }

    /** Standard error as it is, for bars that are drawn over; no text from outside may go there. */
    public PrintStream bars() {
        return ((ShownStream) err).target();
    }

    /** Tells what is wrong, on standard error and in one line. */
    public void complain(String message) {
        err.println("penumbra: " + OutsideText.shown(message.strip().replaceAll("\\s*\\R\\s*", " ")));
    }

    /** The streams of this process. */
    public static Console ofProcess() {
        return new Console(System.out, System.err, isTerminal(System.getProperty(TERMINAL_PROPERTY)));
    }

    /** Without a start script it counts as none: plain lines can be read everywhere, control characters cannot. */
    private static boolean isTerminal(String property) {
        return Boolean.parseBoolean(property);
    }
}
