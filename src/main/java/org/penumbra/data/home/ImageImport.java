package org.penumbra.data.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/**
 * Copies a data set somebody has already into the data home. Only one download or import at a time fills a folder;
 * another waits for it.
 */
public final class ImageImport {

    private static final int BUFFER = 1 << 16;

    private final KnownImages known;
    private final OwnFolder folder;
    private final FolderWatcher watcher;
    private final boolean alone;

    private ImageImport(KnownImages known, OwnFolder folder, FolderWatcher watcher, boolean alone) {
        this.known = known;
        this.folder = folder;
        this.watcher = watcher;
        this.alone = alone;
    }

    /**
     * Checks the four files in a folder and copies them, packed or not as they are. Nothing is copied unless all four
     * are right.
     *
     * @param from the folder with the four files, or one that holds it under one of the data set's names
     * @return false when the watcher asked to stop; files that are in place by then stay
     * @throws DataException when a file is missing, wrong, or cannot be copied
     */
    public static boolean copy(KnownImages known, Path from, DataHome home, FolderWatcher watcher) {
        ImageFolder source = source(known, from);
        for (ImageFile file : ImageFile.values()) {
            new KnownFile(known, file).check(source.files().get(file));
        }
        OwnFolder folder = new OwnFolder(known, home.folderOf(known));
        return folder.complete(watcher, alone -> new ImageImport(known, folder, watcher, alone).copy(source));
    }

    private static ImageFolder source(KnownImages known, Path from) {
        ImageFolder itself = ImageFolder.at(from);
        Optional<ImageFolder> complete = Stream.concat(
                        Stream.of(itself),
                        known.folders().stream().map(from::resolve).map(ImageFolder::at))
                .filter(ImageFolder::isComplete)
                .findFirst();
        return complete.orElseThrow(() -> new DataException(from + ": expected the four files of " + known.title()
                + ", packed or not, but found " + itself.words() + "; name the folder that holds them"));
    }

    private boolean copy(ImageFolder source) {
        for (ImageFile file : ImageFile.values()) {
            if (!folder.holds(file) && !copy(source.files().get(file), new KnownFile(known, file))) {
                return false;
            }
            folder.sweep(file, alone);
        }
        return true;
    }

    private boolean copy(Path source, KnownFile file) {
        Path copy = folder.copy(file.file());
        try {
            if (!bytes(source, copy)) {
                return false;
            }
            Content content = Content.of(copy, file);
            if (!content.isRight()) {
                throw new DataException(source + ": changed while it was copied; try again");
            }
            folder.put(copy, file.file(), content == Content.RIGHT_PACKED);
            return true;
        } catch (IOException e) {
            throw new DataException(
                    copy + ": cannot be written (" + Reasons.of(e) + "); see that there is room",
                    ", or choose another folder with --data",
                    e);
        } finally {
            remove(copy);
        }
    }

    /** Piece by piece, so that it can be stopped also where it takes long. */
    private boolean bytes(Path source, Path copy) throws IOException {
        try (InputStream in = RegularFile.open(source);
                OutputStream out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            int count = in.read(buffer);
            while (count >= 0 && !watcher.stopRequested()) {
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
            return count < 0;
        }
    }

    private static void remove(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new DataException(copy + ": cannot be removed (" + Reasons.of(e) + "); remove it", e);
        }
    }
}
