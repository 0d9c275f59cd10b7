package org.penumbra.live.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.home.FetchProgress;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.TinyImages;

/** What a window is told of a download, by a clock that the test moves. */
class DownloadMeterTest {

    private static final long MILLI = 1_000_000L;
    /** Of the four files, unpacked: 16 + 400 x 14 x 14, 8 + 400, 16 + 100 x 14 x 14, 8 + 100. */
    private static final double[] LENGTHS = {78_416, 408, 19_616, 108};

    private static final double ALL = 98_548;

    private final KnownImages known = new TinyImages().known();
    private final List<DownloadReport> reports = new ArrayList<>();
    private final List<FolderNews> news = new ArrayList<>();
    private final DownloadMeter meter = new DownloadMeter(known, this::now, reports::add, news::add);
    private long now = -5;

    private long now() {
        return now;
    }

    private void arrive(int file, long done, long total) {
        meter.progress(new FetchProgress("file " + file, file, 4, done, total));
    }

    private DownloadReport last() {
        return reports.get(reports.size() - 1);
    }

    @Test
    void reportsComeAtMostTenTimesASecondAndCarryTheNewest() {
        for (int i = 0; i < 1000; i++) {
            arrive(1, i, 1000);
            now += MILLI;
        }
        assertEquals(10, reports.size());
        assertEquals(0, reports.get(0).file().done());
        assertEquals(900, last().file().done());
        assertFalse(meter.stopRequested());
        assertEquals(11, reports.size(), "what came last is told even when nothing comes any more");
        assertEquals(999, last().file().done());
    }

    @Test
    void theRateIsThatOfTheLastThreeSecondsAndSinksInSilence() {
        arrive(1, 0, 1_000_000);
        assertTrue(Double.isNaN(last().bytesPerSecond()), "nobody knows yet");
        for (int i = 1; i <= 40; i++) {
            now += 100 * MILLI;
            arrive(1, 5000L * i, 1_000_000);
        }
        assertEquals(50_000, last().bytesPerSecond(), 1e-6);
        for (int i = 0; i < 15; i++) {
            now += 100 * MILLI;
            meter.stopRequested();
        }
        assertEquals(25_000, last().bytesPerSecond(), 2000);
        for (int i = 0; i < 20; i++) {
            now += 100 * MILLI;
            meter.stopRequested();
        }
        assertEquals(0, last().bytesPerSecond());
    }

    @Test
    void whatWasHereBeforeAndWhatIsSentOnceMoreDoNotCountAsFast() {
        arrive(1, 600_000, 1_000_000);
        now += 1000 * MILLI;
        arrive(1, 610_000, 1_000_000);
        assertEquals(10_000, last().bytesPerSecond(), 1e-6);
        now += 1000 * MILLI;
        arrive(1, 0, 1_000_000);
        assertEquals(5_000, last().bytesPerSecond(), 1e-6);
        now += 1000 * MILLI;
        arrive(2, 900, 1000);
        assertEquals(10_000 / 3.0, last().bytesPerSecond(), 1e-6);
    }

    @Test
    void theShareWeighsEachFileByItsUnpackedLength() {
        double before = 0;
        for (int file = 1; file <= 4; file++) {
            arrive(file, 250, 1000);
            assertEquals((before + LENGTHS[file - 1] / 4) / ALL, last().share(), 1e-12);
            before += LENGTHS[file - 1];
            now += 1000 * MILLI;
        }
        arrive(4, 1000, 1000);
        assertEquals(1, last().share(), 1e-12);
        now += 1000 * MILLI;
        arrive(4, 10, -1);
        assertTrue(Double.isNaN(last().share()), "the mirror does not say how much there is");
    }

    @Test
    void stopReachesTheDownload() {
        assertFalse(meter.stopRequested());
        assertEquals(0, reports.size(), "nothing to tell yet");
        FolderNews free = new FolderNews.Free(Path.of("mnist"));
        meter.tell(free);
        assertEquals(List.of(free), news);
        meter.stop();
        assertTrue(meter.stopRequested());
    }
}
