package org.penumbra.data.home;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what a download tells, and asks it to stop when the test says so. */
final class FetchRecorder implements FetchWatcher {

    final List<FetchProgress> heard = Collections.synchronizedList(new ArrayList<>());
    final List<FolderNews> news = Collections.synchronizedList(new ArrayList<>());
    volatile boolean stop;
    private final Predicate<FetchProgress> stopAfter;

    /** Never stops by itself. */
    FetchRecorder() {
        this(progress -> false);
    }

    FetchRecorder(Predicate<FetchProgress> stopAfter) {
        this.stopAfter = stopAfter;
    }

    @Override
    public void progress(FetchProgress progress) {
        heard.add(progress);
        stop |= stopAfter.test(progress);
    }

    @Override
    public void tell(FolderNews one) {
        news.add(one);
    }

    @Override
    public boolean stopRequested() {
        return stop;
    }
}
