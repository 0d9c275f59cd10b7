package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.Await;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.TinyImages;

/** Downloads and imports that fill one folder at the same time, and what killed ones have left there. */
@Timeout(120)
class SharedFolderTest {

    private static final FetchPatience PATIENCE = new FetchPatience(
            Duration.ofSeconds(5), Duration.ofSeconds(10), new LeastRate(1, Duration.ofMinutes(1)), 4);
    private static final ImageFile FIRST = ImageFile.TRAINING_IMAGES;
    private static final List<String> WHOLE = List.of(
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz",
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz");

    @TempDir
    private Path folder;

    private final TinyImages tiny = new TinyImages();
    private final KnownImages known = tiny.known();
    private final FetchRecorder recorder = new FetchRecorder();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private LoopbackMirror mirror;
    private Path source;

    @BeforeEach
    void begin() throws IOException {
        mirror = new LoopbackMirror(tiny, LoopbackMirror::well);
        source = tiny.writeTo(folder.resolve("source"));
    }

    @AfterEach
    void end() {
        recorder.stop = true;
        threads.shutdownNow();
        mirror.close();
    }

    private boolean fetch(DataHome home) {
        return new ImageFetch(PATIENCE).fetch(known, home, new Mirrors(List.of(mirror.address())), recorder);
    }

    private boolean copy(DataHome home) {
        return ImageImport.copy(known, source, home, recorder);
    }

    private DataHome home(String name) {
        return DataHome.in(folder.resolve(name));
    }

    private static List<String> names(DataHome home, KnownImages known) throws IOException {
        try (Stream<Path> files = Files.list(home.folderOf(known))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(FolderLock.NAME))
                    .sorted()
                    .toList();
        }
    }

    private void assertAllSucceedAndTheSetIsWhole(DataHome home, List<Callable<Boolean>> works) throws Exception {
        for (Future<Boolean> one : threads.invokeAll(works)) {
            assertTrue(one.get());
        }
        assertTrue(home.check(known).isRight());
        assertEquals(WHOLE, names(home, known));
    }

    @Test
    void downloadsAtTheSameTimeLeaveAWholeSetThatWasFetchedOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            DataHome home = home("fetches" + round);
            assertAllSucceedAndTheSetIsWhole(home, List.of(() -> fetch(home), () -> fetch(home), () -> fetch(home)));
            assertEquals(
                    4 * (round + 1), mirror.requests().size(), mirror.requests().toString());
        }
    }

    @Test
    void importsAtTheSameTimeLeaveAWholeSet() throws Exception {
        for (int round = 0; round < 3; round++) {
            DataHome home = home("imports" + round);
            assertAllSucceedAndTheSetIsWhole(home, List.of(() -> copy(home), () -> copy(home)));
        }
    }

    @Test
    void aDownloadAndTwoImportsAtTheSameTimeLeaveAWholeSet() throws Exception {
        for (int round = 0; round < 3; round++) {
            DataHome home = home("mixed" + round);
            assertAllSucceedAndTheSetIsWhole(home, List.of(() -> fetch(home), () -> copy(home), () -> copy(home)));
        }
    }

    @Test
    void whoWaitsCanBeStopped() throws Exception {
        DataHome home = home("waits");
        Path filled = Files.createDirectories(home.folderOf(known));
        try (FolderLock other = FolderLock.take(filled, new FetchRecorder()).orElseThrow()) {
            Future<Boolean> fetching = threads.submit(() -> fetch(home));
            Future<Boolean> copying = threads.submit(() -> copy(home));
            Await.await(() -> recorder.news.size() == 2, "the word of both that they wait");
            recorder.stop = true;
            assertFalse(fetching.get());
            assertFalse(copying.get());
            assertTrue(other.isAlone());
        }
        assertEquals(List.of(), names(home, known));
        assertEquals(List.of(), mirror.requests());
    }

    @Test
    void whatIsWholeNeedsNoLock() throws Exception {
        DataHome home = home("whole");
        Path filled = tiny.writeTo(home.folderOf(known));
        try (FolderLock other = FolderLock.take(filled, new FetchRecorder()).orElseThrow()) {
            assertTrue(fetch(home));
            assertTrue(copy(home));
            assertTrue(other.isAlone());
        }
        assertEquals(List.of(), recorder.news);
    }

    @Test
    void aRightFileIsNeverRenamedAway() throws IOException {
        Path filled = folder.resolve("right");
        OwnFolder own = new OwnFolder(known, filled);
        TinyImages.write(filled, FIRST.standardName() + ".gz", tiny.packed(FIRST));
        Path ready = TinyImages.write(filled, "ready", tiny.packed(FIRST));
        own.put(ready, FIRST, true);
        assertEquals(
                List.of("train-images-idx3-ubyte.gz"),
                Arrays.asList(filled.toFile().list()));
    }

    @Test
    void whatIsWrongInFrontOfARightFileIsKeptAside() throws IOException {
        Path filled = folder.resolve("shadowed");
        OwnFolder own = new OwnFolder(known, filled);
        TinyImages.write(filled, FIRST.standardName() + ".gz", new byte[] {1, 2, 3});
        TinyImages.write(filled, FIRST.standardName(), tiny.plain(FIRST));
        own.put(TinyImages.write(filled, "ready", tiny.packed(FIRST)), FIRST, true);
        assertTrue(own.holds(FIRST));
        assertEquals(
                List.of("train-images-idx3-ubyte", "train-images-idx3-ubyte.gz.wrong"),
                Arrays.stream(filled.toFile().list()).sorted().toList());
    }

    @Test
    void whatKilledDownloadsHaveGatheredIsGoneOnWithAndNothingOfThemStays() throws IOException {
        DataHome home = home("killed");
        Path filled = home.folderOf(known);
        byte[] packed = tiny.packed(FIRST);
        TinyImages.write(filled, FIRST.standardName() + ".part", Arrays.copyOf(packed, 100));
        TinyImages.write(filled, FIRST.standardName() + "." + UUID.randomUUID() + ".part", Arrays.copyOf(packed, 400));
        TinyImages.write(filled, FIRST.standardName() + "." + UUID.randomUUID() + ".import", new byte[9]);
        TinyImages.write(filled, ImageFile.TEST_LABELS.standardName() + ".import", new byte[9]);
        TinyImages.write(filled, "t10k-images-idx3-ubyte.gz", tiny.packed(ImageFile.TEST_IMAGES));
        TinyImages.write(filled, "t10k-images-idx3-ubyte.part", new byte[9]);
        assertEquals(409, ImageFetch.kept(known, home));
        assertTrue(fetch(home));
        assertEquals("train-images-idx3-ubyte.gz from 400", mirror.requests().get(0));
        assertEquals(3, mirror.requests().size());
        assertEquals(WHOLE, names(home, known));
    }

    @Test
    void aPartThatSomebodyMayStillWriteIsLeftToThemWhereNoLockTells() throws IOException {
        PartFiles parts = new PartFiles(folder);
        Path young = TinyImages.write(folder, FIRST.standardName() + "." + UUID.randomUUID() + ".part", new byte[50]);
        Path old = TinyImages.write(folder, FIRST.standardName() + "." + UUID.randomUUID() + ".part", new byte[20]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path taken = parts.take(FIRST, false);
        assertEquals(20, Files.size(taken));
        assertTrue(Files.exists(young));
        assertFalse(Files.exists(old));
        assertEquals(folder.resolve("train-images-idx3-ubyte.part"), parts.leave(taken, FIRST));
        assertEquals(20, Files.size(parts.take(FIRST, false)), "who has ended leaves it to anybody");
        assertEquals(50, Files.size(parts.take(FIRST, true)), "under the lock nobody else can be writing");
    }
}
