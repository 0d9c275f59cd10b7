package org.penumbra.data.home;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/** The folder of one data set that this program fills. A file in it is put in place whole and right, or not at all. */
final class OwnFolder {

    private final KnownImages known;
    private final Path path;

    /** Makes the folder if need be. */
    OwnFolder(KnownImages known, Path path) {
        this.known = known;
        this.path = path;
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new DataException(
                    "cannot make the folder " + path + " (" + Reasons.of(e) + "); choose another with --data", e);
        }
    }

    /** Where a file is gathered until it is whole. */
    Path part(ImageFile file) {
        return part(path, file);
    }

    private static Path part(Path path, ImageFile file) {
        return path.resolve(file.standardName() + ".part");
    }

    /** Bytes that are gathered in a folder, of all files together; the folder need not exist. */
    static long gathered(Path path) {
        long bytes = 0;
        for (ImageFile file : ImageFile.values()) {
            Path part = part(path, file);
            try {
                bytes += Files.isRegularFile(part) ? Files.size(part) : 0;
            } catch (IOException e) {
                throw new DataException(part + ": cannot be read (" + Reasons.of(e) + ")", e);
            }
        }
        return bytes;
    }

    /** Whether a file is there and holds what was published. */
    boolean holds(ImageFile file) {
        Path there = ImageFolder.at(path).files().get(file);
        if (there == null) {
            return false;
        }
        try {
            return Content.of(there, new KnownFile(known, file)).isRight();
        } catch (IOException e) {
            throw new DataException(there + ": cannot be read (" + Reasons.of(e) + ")", e);
        }
    }

    /**
     * Puts a file in its place in one step. What lies there under any of the file's names was found wrong; it is kept,
     * with ".wrong" behind its name.
     *
     * @param ready a file in this folder that has been found right
     */
    void put(Path ready, ImageFile file, boolean packed) {
        Path target = path.resolve(file.standardName() + (packed ? ".gz" : ""));
        try {
            for (String spelling : file.spellings()) {
                Path old = path.resolve(spelling);
                if (Files.isRegularFile(old)) {
                    Files.move(
                            old, old.resolveSibling(old.getFileName() + ".wrong"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            moveInOneStep(ready, target);
        } catch (IOException e) {
            throw new DataException(
                    target + ": cannot be put in place (" + Reasons.of(e)
                            + "); see that the folder can be written to, or choose another with --data",
                    e);
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
