package org.penumbra.live.engine;

/** What is done when the program ends, however it ends but for being killed. */
public final class AtEnd {

    private AtEnd() {}

    /** Has something done at the end; it should take no longer than a moment. */
    public static void run(Runnable last) {
        Runtime.getRuntime().addShutdownHook(new Thread(last, "penumbra-end"));
    }
}
