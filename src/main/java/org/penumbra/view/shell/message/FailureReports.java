package org.penumbra.view.shell.message;

import java.util.Objects;
import org.penumbra.data.home.LogFile;
import org.penumbra.live.engine.Explanation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where errors nobody expected end: in the log with their stack trace, and before the person as a message. One that
 * comes again and again, say with every pulse, is told once.
 */
public final class FailureReports implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReports.class);

    private static final Explanation EXPLANATION = new Explanation(
            "for this", "Choose less at once, close another lab or other programs, then try again.", "");

    private final Messages messages;
    private String last = "";

    public FailureReports(Messages messages) {
        this.messages = messages;
    }

    /** Reports an error nobody expected, where one of another kind would have been told as a message. */
    public static void report(Throwable problem) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        String where = trace.length == 0 ? "an unknown place" : trace[0].toString();
        String signature = root + where;
        if (signature.equals(last)) {
            return;
        }
        last = signature;
        LOG.error("An error nobody expected in the window", problem);
        if (Explanation.isOfTheMachine(problem)) {
            messages.show(Message.failure("Something Penumbra needs is missing", EXPLANATION.of("", problem)));
            return;
        }
        messages.show(Message.failure(
                "Something went wrong inside Penumbra",
                Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName())
                        + "\nThe window stays open; reset the run if it does not go on. It happened in " + where + "; "
                        + LogFile.words() + "."));
    }
}
