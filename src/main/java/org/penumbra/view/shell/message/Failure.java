package org.penumbra.view.shell.message;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An error nobody expected, of one kind, and how often it came.
 *
 * @param what  it says, and its kind
 * @param where it happened: a method and a line of it
 * @param trace the first one in full: when, on which thread, and how the program got there
 * @param count at least 1
 */
public record Failure(String what, String where, String trace, long count) {

    static Failure first(Thread thread, Throwable problem) {
        Throwable root = root(problem);
        StringWriter trace = new StringWriter();
        trace.append(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " on the thread " + thread.getName() + "\n");
        problem.printStackTrace(new PrintWriter(trace));
        return new Failure(
                root.getMessage() == null
                        ? root.getClass().getSimpleName()
                        : root.getMessage() + " (" + root.getClass().getSimpleName() + ")",
                where(root),
                trace.toString(),
                1);
    }

    Failure again(long times) {
        return new Failure(what, where, trace, times);
    }

    static Throwable root(Throwable problem) {
        Throwable root = problem;
        for (int depth = 0; root.getCause() != null && depth < 100; depth++) {
            root = root.getCause();
        }
        return root;
    }

    static String where(Throwable root) {
        StackTraceElement[] trace = root.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    /** "no such row (IllegalStateException), 3 times". */
    public String words() {
        return count == 1 ? what : what + ", " + count + " times";
    }

    /** All of it, for whoever looks for the cause. */
    public String details() {
        return (count == 1 ? "" : count + " times, first ") + trace;
    }
}
