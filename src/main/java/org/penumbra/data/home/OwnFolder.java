package org.penumbra.data.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/**
 * The folder of one data set that this program fills. A file in it is put in place whole and right, or not at all. What
 * changes the folder is done by whoever has its lock.
 */
final class OwnFolder {

    private final KnownImages known;
    private final Path path;
    private final PartFiles parts;

    /** Makes the folder if need be. */
    OwnFolder(KnownImages known, Path path) {
        this.known = known;
        this.path = path;
        this.parts = new PartFiles(path);
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new DataException(
                    "cannot make the folder " + path + " (" + Reasons.of(e) + ")", "; choose another with --data", e);
        }
    }

    /** Whether all four files are there and hold what was published. */
    boolean isWhole() {
        return Arrays.stream(ImageFile.values()).allMatch(this::holds);
    }

    /** Whether a file is there and holds what was published. */
    boolean holds(ImageFile file) {
        Path there = ImageFolder.at(path).files().get(file);
        return there != null && isRight(there, file);
    }

    private boolean isRight(Path there, ImageFile file) {
        try {
            return Content.of(there, new KnownFile(known, file)).isRight();
        } catch (IOException e) {
            throw new DataException(there + ": cannot be read (" + Reasons.of(e) + ")", e);
        }
    }

    /** What makes the folder whole. */
    @FunctionalInterface
    interface Filling {

        /**
         * @param alone whether the lock keeps all others off
         * @return false when the watcher asked to stop
         */
        boolean fill(boolean alone);
    }

    /**
     * Fills the folder unless it is whole: waits until nobody else fills it, and lets nobody else do so meanwhile.
     *
     * @return false when the watcher asked to stop
     */
    boolean complete(FolderWatcher watcher, Filling filling) {
        if (isWhole()) {
            return true;
        }
        Optional<FolderLock> lock = FolderLock.take(path, watcher);
        if (lock.isEmpty()) {
            return false;
        }
        try (FolderLock held = lock.get()) {
            return filling.fill(held.isAlone());
        }
    }

    /**
     * A name that nobody else takes, under which a download gathers a file; what an earlier one has gathered lies there.
     *
     * @param alone whether the lock keeps all others off
     */
    Path takePart(ImageFile file, boolean alone) {
        return gathering(() -> parts.take(file, alone));
    }

    /**
     * Leaves what has been gathered, if anything has, for the next download.
     *
     * @return its name from now on; there need be no file
     */
    Path leavePart(Path taken, ImageFile file) {
        return gathering(() -> parts.leave(taken, file));
    }

    /** A name that nobody else takes, for a copy of a file. */
    Path copy(ImageFile file) {
        return parts.copy(file);
    }

    /**
     * Removes what ended programs have left of a file that is in its place by now.
     *
     * @param alone whether the lock keeps all others off
     */
    void sweep(ImageFile file, boolean alone) {
        gathering(() -> {
            parts.sweep(file, alone);
            return path;
        });
    }

    /** What is done with files that are not whole yet. */
    private interface Gathering {
        Path path() throws IOException;
    }

    private Path gathering(Gathering gathering) {
        try {
            return gathering.path();
        } catch (IOException e) {
            throw new DataException(
                    path + ": what an earlier download has left cannot be moved or removed (" + Reasons.of(e)
                            + "); see that the folder can be written to",
                    ", or choose another with --data",
                    e);
        }
    }

    /**
     * Puts a file in its place in one step. Nothing right is touched: what lies there under any of the file's names is
     * looked at once more, and only what is wrong is kept aside, with ".wrong" behind its name.
     *
     * @param ready a file in this folder that has been found right; it is gone afterwards
     */
    void put(Path ready, ImageFile file, boolean packed) {
        Path target = path.resolve(file.standardName() + (packed ? ".gz" : ""));
        try {
            for (String spelling : file.spellings()) {
                Path old = path.resolve(spelling);
                if (Files.isRegularFile(old) && !isRight(old, file)) {
                    keepAside(old);
                }
            }
            if (holds(file)) {
                Files.delete(ready);
            } else {
                writeThrough(ready);
                moveInOneStep(ready, target);
            }
        } catch (IOException e) {
            throw new DataException(
                    target + ": cannot be put in place (" + Reasons.of(e) + "); see that the folder can be written to",
                    ", or choose another with --data",
                    e);
        }
    }

    private static void keepAside(Path wrong) throws IOException {
        try {
            Files.move(
                    wrong, wrong.resolveSibling(wrong.getFileName() + ".wrong"), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            // Only where no lock keeps others off: one of them has kept it aside.
        }
    }

    /** So that the name does not come to the disk before the bytes do, should the power fail. */
    private static void writeThrough(Path ready) throws IOException {
        try (FileChannel file = FileChannel.open(ready, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static void moveInOneStep(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network drives: then it is moved as well as they can.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
