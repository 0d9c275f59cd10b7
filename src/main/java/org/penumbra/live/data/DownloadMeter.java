package org.penumbra.live.data;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.penumbra.data.home.FetchProgress;
import org.penumbra.data.home.FetchWatcher;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.Interval;

/**
 * Follows one download for a window: turns what the downloading thread hears many times a second into at most ten
 * reports a second, and reckons the rate.
 */
public final class DownloadMeter extends FolderWork implements FetchWatcher {

    private final KnownImages known;
    private final LongSupplier clock;
    private final Consumer<DownloadReport> reports;
    private final Interval pause = Interval.ofReports();
    private final ByteRate rate = new ByteRate();
    private FetchProgress newest;
    private long arrived;

    /**
     * @param known   what is downloaded
     * @param reports called on the downloading thread; returns at once
     * @param news    called on the downloading thread; returns at once
     */
    public DownloadMeter(KnownImages known, Consumer<DownloadReport> reports, Consumer<FolderNews> news) {
        this(known, System::nanoTime, reports, news);
    }

    DownloadMeter(KnownImages known, LongSupplier clock, Consumer<DownloadReport> reports, Consumer<FolderNews> news) {
        super(news);
        this.known = known;
        this.clock = clock;
        this.reports = reports;
    }

    @Override
    public void progress(FetchProgress progress) {
        boolean sameFile = newest != null && newest.number() == progress.number();
        // What was here before, and what a server sends once more, says nothing of how fast it comes.
        if (sameFile && progress.done() > newest.done()) {
            arrived += progress.done() - newest.done();
        }
        newest = progress;
        report();
    }

    /** Asked also while nothing arrives, so that the rate sinks then. */
    @Override
    public boolean stopRequested() {
        if (newest != null) {
            report();
        }
        return super.stopRequested();
    }

    private void report() {
        long now = clock.getAsLong();
        if (!pause.isOver(now)) {
            return;
        }
        pause.begin(now);
        reports.accept(new DownloadReport(newest, share(), rate.at(now, arrived)));
    }

    /** A file counts by its unpacked length, the only one that is known beforehand. */
    private double share() {
        if (newest.total() <= 0) {
            return Double.NaN;
        }
        long before = 0;
        for (ImageFile file : ImageFile.values()) {
            before += file.ordinal() < newest.number() - 1 ? known.unpackedBytes(file) : 0;
        }
        long present = known.unpackedBytes(ImageFile.values()[newest.number() - 1]);
        long all = Arrays.stream(ImageFile.values())
                .mapToLong(known::unpackedBytes)
                .sum();
        return Math.min(1, (before + (double) present * newest.done() / newest.total()) / all);
    }
}
