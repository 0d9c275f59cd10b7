package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.kit.Await;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.RunningProgram;
import org.penumbra.kit.TinyImages;

/** Who fills a folder keeps the others off, whether they are threads or programs. */
@Timeout(120)
class FolderLockTest {

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FetchRecorder watcher = new FetchRecorder();

    @AfterEach
    void end() {
        watcher.stop = true;
        threads.shutdownNow();
    }

    private FolderLock take() {
        return FolderLock.take(folder, watcher).orElseThrow();
    }

    private Future<Optional<FolderLock>> takeElsewhere(FetchRecorder other) {
        return threads.submit(() -> FolderLock.take(folder, other));
    }

    @Test
    void onlyOneThreadAtATimeHasTheFolder() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            all.add(threads.submit(() -> {
                try (FolderLock lock = take()) {
                    assertTrue(lock.isAlone());
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(20);
                    inside.decrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertEquals(1, most.get());
    }

    @Test
    void whoWaitsIsToldForWhomAndWhenTheWaitIsOver() throws Exception {
        FetchRecorder other = new FetchRecorder();
        Future<Optional<FolderLock>> waiting;
        try (FolderLock lock = take()) {
            waiting = takeElsewhere(other);
            Await.await(() -> !other.news.isEmpty(), "the word that somebody fills the folder");
            assertFalse(waiting.isDone());
            assertTrue(lock.isAlone());
        }
        waiting.get().orElseThrow().close();
        assertEquals(
                List.of(
                        new FolderNews.Waiting(folder, "another download or import of this program"),
                        new FolderNews.Free(folder)),
                other.news);
        assertEquals(
                "Waiting for another download or import of this program, which is putting files into " + folder + ".",
                other.news.get(0).words());
        assertEquals(List.of(), watcher.news, "who need not wait is told nothing");
    }

    @Test
    void aFolderThatIsReachedInTwoWaysIsOneFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        FetchRecorder other = new FetchRecorder();
        try (FolderLock lock = take()) {
            Future<Optional<FolderLock>> waiting = threads.submit(() -> FolderLock.take(link, other));
            Await.await(() -> !other.news.isEmpty(), "the word that somebody fills the folder");
            other.stop = true;
            assertTrue(waiting.get().isEmpty(), "who is asked to stop does not wait any longer");
            assertTrue(lock.isAlone());
        }
    }

    @Test
    void aProgramKeepsOthersOffUntilItEndsHoweverItEnds() throws Exception {
        try (LoopbackMirror silent = new LoopbackMirror(new TinyImages(), LoopbackMirror.stallingAfter(500));
                RunningProgram program = new RunningProgram(
                        folder.resolve("stdout"),
                        "data",
                        "fetch",
                        "mnist",
                        "--data",
                        folder.toString(),
                        "--mirror",
                        silent.address().toString())) {
            program.awaitLine("1/4 train-images-idx3-ubyte");
            Path filled = folder.resolve("mnist");
            Future<Optional<FolderLock>> waiting = threads.submit(() -> FolderLock.take(filled, watcher));
            Await.await(() -> !watcher.news.isEmpty(), "the word that somebody fills the folder");
            assertEquals(
                    new FolderNews.Waiting(
                            filled,
                            "another Penumbra (process " + program.pid() + " of " + System.getProperty("user.name")
                                    + ")"),
                    watcher.news.get(0));
            assertFalse(waiting.isDone());
            program.kill();
            waiting.get().orElseThrow().close();
            assertEquals(new FolderNews.Free(filled), watcher.news.get(1));
        }
    }

    @Test
    void whatTheLockFileSaysIsShownOnlyWhereItIsALineOfOurs() throws Exception {
        Path file = folder.resolve(FolderLock.NAME);
        for (String text : List.of("", "4711 \u001b[2Janna\n", "anna\n", "1 a\n2 b\n", "x".repeat(500))) {
            Files.writeString(file, text);
            watcher.news.clear();
            watcher.stop = false;
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = other.lock(1 << 30, 1, false)) {
                assertTrue(lock.isValid());
                Future<Optional<FolderLock>> waiting = takeElsewhere(watcher);
                Await.await(() -> !watcher.news.isEmpty(), "the word that somebody fills the folder");
                watcher.stop = true;
                assertTrue(waiting.get().isEmpty());
            }
            assertEquals(List.of(new FolderNews.Waiting(folder, "another Penumbra")), watcher.news, text);
        }
    }

    @Test
    void whereTheFileSystemHasNoLocksTheWorkGoesOnAndSaysSo() throws Exception {
        FolderLock.Locking none = file -> {
            throw new IOException("Function not implemented");
        };
        FetchRecorder other = new FetchRecorder();
        try (FolderLock lock = FolderLock.take(folder, watcher, none).orElseThrow()) {
            assertFalse(lock.isAlone());
            assertEquals(List.of(new FolderNews.Unlocked(folder, "Function not implemented")), watcher.news);
            Future<Optional<FolderLock>> waiting = threads.submit(() -> FolderLock.take(folder, other, none));
            Await.await(() -> !other.news.isEmpty(), "the word that another thread fills the folder");
            other.stop = true;
            assertTrue(waiting.get().isEmpty(), "threads of this program are kept off all the same");
        }
    }

    @Test
    void whoeverMayFillTheFolderMayLockIt() throws IOException {
        FileStore store = Files.getFileStore(folder);
        assumeTrue(store.supportsFileAttributeView(PosixFileAttributeView.class), "rights are not POSIX's here");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
        take().close();
        assertEquals(
                "rw-rw-r--",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(FolderLock.NAME))));
        assertEquals(0, Files.size(folder.resolve(FolderLock.NAME)), "who is done takes the name out");
    }

    @Test
    void aLockFileThatCannotBeWrittenIsTold() throws IOException {
        Files.createDirectory(folder.resolve(FolderLock.NAME));
        String message = assertThrows(DataException.class, this::take).getMessage();
        assertTrue(message.startsWith(folder + ": cannot be locked against other downloads and imports ("), message);
        assertTrue(message.endsWith("choose another folder with --data"), message);
        Files.delete(folder.resolve(FolderLock.NAME));
        take().close();
    }
}
