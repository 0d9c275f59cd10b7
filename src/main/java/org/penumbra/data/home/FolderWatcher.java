package org.penumbra.data.home;

/**
 * Follows work that puts files into a folder of data, and may end it. Both methods are called on the thread that works,
 * many times a second: they return at once.
 */
public interface FolderWatcher {

    /** Something has happened that a person who waits should know. */
    void tell(FolderNews news);

    /** Whether the work shall end; then it does within a fraction of a second. */
    boolean stopRequested();
}
