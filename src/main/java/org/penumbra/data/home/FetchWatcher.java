package org.penumbra.data.home;

/**
 * Follows a download and may end it. Both methods are called on the thread that downloads, many times a second: they
 * return at once.
 */
public interface FetchWatcher {

    /** Something has arrived, or a file begins. */
    void progress(FetchProgress progress);

    /** Whether the download shall end; then it does within a fraction of a second. */
    boolean stopRequested();
}
