package org.penumbra.live.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.penumbra.net.stock.Nd4jNatives;
import org.penumbra.net.stock.Nd4jNatives.Unpacked;

/**
 * DL4J on its way into the process, on a thread of its own: ND4J unpacks its native library when it is first needed, which
 * takes seconds and happens once for each version. Whoever waits can tell meanwhile how far it has come, and can do
 * something else in the end: what was begun goes on alone, and is there when it is next asked for.
 */
public final class Dl4jLoading {

    private final Thread thread;
    private volatile Throwable failure;

    private Dl4jLoading(Runnable load) {
        thread = new Thread(() -> run(load), "penumbra-dl4j");
        thread.setDaemon(true);
    }

    /**
     * Begins to load DL4J.
     *
     * @throws org.penumbra.net.stock.Dl4jMissing when it is not part of this installation
     */
    public static Dl4jLoading begin() {
        Nd4jNatives.require();
        return begin(Nd4jNatives::load);
    }

    /** What of DL4J is missing in this installation, one sentence; empty where nothing is. It reads the class path. */
    public static Optional<String> missing() {
        return Nd4jNatives.missing();
    }

    static Dl4jLoading begin(Runnable load) {
        Dl4jLoading loading = new Dl4jLoading(load);
        loading.thread.start();
        return loading;
    }

    private void run(Runnable load) {
        try {
            load.run();
        } catch (Throwable problem) {
            failure = problem;
        }
    }

    /**
     * Waits until it is loaded, but not for longer than this; never on the UI thread.
     *
     * @return whether it is
     * @throws RuntimeException what went wrong, such as a native library that cannot be run here; or an {@link Error}
     */
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(thread, unit.toNanos(time));
        if (thread.isAlive()) {
            return false;
        }
        // What was thrown on the other thread is told where it matters.
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        return true;
    }

    /** How much of the native library is unpacked, 0 to 1; 1 also where that is not known. It looks at one file. */
    public static double share() {
        return Nd4jNatives.unpacked()
                .map(part -> (double) part.bytes() / part.all())
                .orElse(1.0);
    }

    /** How far it has come, in one sentence. */
    public static String words() {
        return words(Nd4jNatives.unpacked());
    }

    static String words(Optional<Unpacked> unpacked) {
        return unpacked.filter(part -> !part.isWhole())
                .map(part -> String.format(
                        Locale.ROOT,
                        "Unpacking DL4J's native library, which happens once: %d of %d MB",
                        megabytes(part.bytes()),
                        megabytes(part.all())))
                .orElse("Loading DL4J");
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / 1e6);
    }
}
