package org.penumbra.kit;

/** What is in use on the heap. */
public final class UsedHeap {

    private static final int LOOKS = 5;

    private UsedHeap() {}

    /** The least of five looks, each after a collection, in bytes: what is let go may take some of them to leave. */
    public static long bytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
