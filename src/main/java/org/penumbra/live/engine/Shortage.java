package org.penumbra.live.engine;

import java.util.Optional;

/** What a machine or an installation does not give the program: behind an error that no message was written for. */
enum Shortage {
    /** Memory, of Java or of the machine. */
    MEMORY,
    /** Calls within calls. */
    DEPTH,
    /** Leave or ability to run the native libraries. */
    NATIVE_CODE,
    /** A class or a method of the program or its libraries. */
    PART;

    private static final int DEEPEST = 100;

    /** An error and what it shows. */
    record Found(Shortage shortage, Throwable error) {

        /** What the error says in its first line, or its kind. */
        String words() {
            String message = error.getMessage();
            return message == null || message.isBlank()
                    ? error.getClass().getSimpleName()
                    : message.strip().lines().findFirst().orElseThrow();
        }
    }

    /** What is short behind a failure, among its causes, the last one first; nothing where the fault is another. */
    static Optional<Found> behind(Throwable failure) {
        Optional<Found> deepest = Optional.empty();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause()) {
            Shortage shown = shownBy(cause);
            // A class that is missing because its native code is missing tells less than that.
            if (shown != null && (shown != PART || deepest.isEmpty())) {
                deepest = Optional.of(new Found(shown, cause));
            }
            depth++;
        }
        return deepest;
    }

    private static Shortage shownBy(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return MEMORY;
        }
        if (cause instanceof StackOverflowError) {
            return DEPTH;
        }
        if (cause instanceof UnsatisfiedLinkError) {
            return NATIVE_CODE;
        }
        return cause instanceof LinkageError && !(cause instanceof ExceptionInInitializerError) ? PART : null;
    }
}
