package org.penumbra.data.home;

/** Follows a download and may end it. All methods return at once. */
public interface FetchWatcher extends FolderWatcher {

    /** Something has arrived, or a file begins. */
    void progress(FetchProgress progress);
}
