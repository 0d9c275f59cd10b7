package org.penumbra.kit;

import java.time.Duration;
import java.util.List;

/** Threads that outlive what started them. */
public final class LeftThreads {

    private LeftThreads() {}

    /**
     * Waits until no thread whose name begins so is alive.
     *
     * @throws AssertionError naming those that are left after a minute
     */
    public static void awaitNone(String prefix) {
        awaitNone(prefix, Duration.ofMinutes(1));
    }

    /** The same with another patience than a minute. */
    public static void awaitNone(String prefix, Duration patience) {
        Await.await(() -> named(prefix).isEmpty(), patience, () -> "the end of the threads " + named(prefix));
    }

    private static List<String> named(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
