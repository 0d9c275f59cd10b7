package org.penumbra.data.home;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;

/**
 * Lets only one download, import or run at a time fill a folder, of all threads and of all programs. A lock file in the folder
 * is locked by the operating system, which lets go of it when a program ends, however it ends. The file stays: whoever
 * removed it might remove what another has just locked.
 */
public final class FolderLock implements AutoCloseable {

    /** The lock file. */
    public static final String NAME = ".lock";

    /** Lies beyond what the file tells of its holder, because Windows lets nobody read a byte that is locked. */
    private static final long LOCKED_BYTE = 1 << 30;

    private static final long GLANCE_MILLIS = 100;

    private static final String FILLER_HERE = "another download or import of this program";

    /**
     * Folders that a thread of this process fills. They must be known before the lock file is opened: POSIX takes a lock
     * away from the whole process as soon as any thread of it closes that file. This is a fact of the process, and so it
     * cannot live in an object.
     */
    private static final Set<Path> FILLED_HERE = ConcurrentHashMap.newKeySet();

    private static final Map<PosixFilePermission, Set<PosixFilePermission>> WRITERS = Map.of(
            PosixFilePermission.GROUP_WRITE,
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE),
            PosixFilePermission.OTHERS_WRITE,
            EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE));

    /** How the operating system is asked for a lock. */
    interface Locking {

        /**
         * Does not wait.
         *
         * @return null when another program holds it
         * @throws IOException when the file system has no locks
         */
        FileLock tryLock(FileChannel file) throws IOException;
    }

    /** Either the lock or who holds it. */
    private record Attempt(Optional<FolderLock> lock, String holder) {}

    private final Path folder;
    private final FileChannel channel;
    private final String unlockable;

    private FolderLock(Path folder, FileChannel channel, String unlockable) {
        this.folder = folder;
        this.channel = channel;
        this.unlockable = unlockable;
    }

    /**
     * Waits until nobody else fills the folder. Where its file system has no locks, only the other threads of this process
     * are waited for, and the watcher is told.
     *
     * @param folder must exist
     * @return empty when the watcher asked to stop, or the thread was interrupted
     * @throws DataException when the lock file cannot be written
     */
    static Optional<FolderLock> take(Path folder, FolderWatcher watcher) {
        return take(folder, watcher, FolderLock::ofSystem);
    }

    private static FileLock ofSystem(FileChannel file) throws IOException {
        return file.tryLock(LOCKED_BYTE, 1, false);
    }

    /**
     * Takes the lock without waiting. Where the file system has no locks, it keeps off only the other threads of this process.
     *
     * @param folder must exist
     * @param busy   makes the problem that is thrown when another holds the lock, given words for that other, as in "another
     *               Penumbra (process 4711 of anna)"
     * @throws IOException when the lock file cannot be written
     */
    public static FolderLock takeNow(Path folder, Function<String, ? extends RuntimeException> busy)
            throws IOException {
        Attempt attempt = attempt(folder.toRealPath(), "another part of this program", FolderLock::ofSystem);
        return attempt.lock().orElseThrow(() -> busy.apply(attempt.holder()));
    }

    static Optional<FolderLock> take(Path folder, FolderWatcher watcher, Locking locking) {
        String waitedFor = "";
        try {
            while (!watcher.stopRequested()) {
                Attempt attempt = attempt(folder.toRealPath(), FILLER_HERE, locking);
                if (attempt.lock().isPresent()) {
                    attempt.lock().get().tell(folder, watcher, !waitedFor.isEmpty());
                    return attempt.lock();
                }
                if (!attempt.holder().equals(waitedFor)) {
                    waitedFor = attempt.holder();
                    watcher.tell(new FolderNews.Waiting(folder, waitedFor));
                }
                Thread.sleep(GLANCE_MILLIS);
            }
            return Optional.empty();
        } catch (InterruptedException | ClosedByInterruptException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new DataException(
                    folder + ": cannot be locked against other downloads and imports (" + Reasons.of(e)
                            + "); see that files can be written there",
                    ", or choose another folder with --data",
                    e);
        }
    }

    /** @param here who holds it, when that is in this process */
    private static Attempt attempt(Path folder, String here, Locking locking) throws IOException {
        if (!FILLED_HERE.add(folder)) {
            return new Attempt(Optional.empty(), here);
        }
        FileChannel file = null;
        Attempt attempt = null;
        try {
            file = open(folder.resolve(NAME));
            attempt = attempt(folder, file, locking);
            return attempt;
        } finally {
            if (attempt == null || attempt.lock().isEmpty()) {
                letGo(folder, file);
            }
        }
    }

    private static Attempt attempt(Path folder, FileChannel file, Locking locking) throws IOException {
        String unlockable = "";
        try {
            if (locking.tryLock(file) == null) {
                return new Attempt(Optional.empty(), LockHolder.read(file));
            }
        } catch (OverlappingFileLockException elsewhereInThisProcess) {
            return new Attempt(Optional.empty(), LockHolder.read(file));
        } catch (ClosedByInterruptException stopped) {
            throw stopped;
        } catch (IOException noLocks) {
            unlockable = Reasons.of(noLocks);
        }
        LockHolder.here().write(file);
        return new Attempt(Optional.of(new FolderLock(folder, file, unlockable)), "");
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            Files.createFile(file);
            letInWhoFillsTheFolder(file);
        } catch (FileAlreadyExistsException asUsual) {
            // Somebody has filled this folder before.
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Whoever may put files into the folder must be able to lock it, whatever rights this user's files have else. */
    private static void letInWhoFillsTheFolder(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> rights = new HashSet<>(view.readAttributes().permissions());
        Set<PosixFilePermission> folder = Files.getPosixFilePermissions(file.getParent());
        WRITERS.forEach((may, needs) -> {
            if (folder.contains(may)) {
                rights.addAll(needs);
            }
        });
        view.setPermissions(rights);
    }

    private void tell(Path named, FolderWatcher watcher, boolean waited) {
        if (waited) {
            watcher.tell(new FolderNews.Free(named));
        }
        if (!isAlone()) {
            watcher.tell(new FolderNews.Unlocked(named, unlockable));
        }
    }

    /** Whether other programs are kept off as well; they are not where the file system has no locks. */
    boolean isAlone() {
        return unlockable.isEmpty();
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        try {
            try {
                LockHolder.erase(channel);
            } finally {
                letGo(folder, channel);
            }
        } catch (ClosedByInterruptException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new DataException(folder.resolve(NAME) + ": cannot be written (" + Reasons.of(e) + ")", e);
        }
    }

    /** The file first: once the folder is free for other threads, closing the file would end the lock of one of them. */
    private static void letGo(Path folder, FileChannel file) throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            FILLED_HERE.remove(folder);
        }
    }
}
