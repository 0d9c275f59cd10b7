package org.penumbra.live.data;

import java.util.function.Consumer;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.home.FolderWatcher;

/**
 * A piece of work that puts files into a folder of data, as a window sees it: it hands on what should be known and ends
 * the work when asked to. {@link #stop} may be called from any thread.
 */
public class FolderWork implements FolderWatcher {

    private final Consumer<FolderNews> news;
    private volatile boolean stop;

    /** @param news called on the working thread; returns at once */
    public FolderWork(Consumer<FolderNews> news) {
        this.news = news;
    }

    /** Asks the work to end; it does within a fraction of a second. */
    public final void stop() {
        stop = true;
    }

    @Override
    public final void tell(FolderNews one) {
        news.accept(one);
    }

    @Override
    public boolean stopRequested() {
        return stop;
    }
}
