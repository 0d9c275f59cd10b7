package org.penumbra.data.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/** Copies a data set somebody has already into the data home. */
public final class ImageImport {

    private ImageImport() {}

    /**
     * Checks the four files in a folder and copies them, packed or not as they are. Nothing is copied unless all four
     * are right.
     *
     * @param from the folder with the four files, or one that holds it under one of the data set's names
     * @throws DataException when a file is missing, wrong, or cannot be copied
     */
    public static void copy(KnownImages known, Path from, DataHome home) {
        ImageFolder source = source(known, from);
        for (ImageFile file : ImageFile.values()) {
            new KnownFile(known, file).check(source.files().get(file));
        }
        OwnFolder folder = new OwnFolder(known, home.folderOf(known));
        for (ImageFile file : ImageFile.values()) {
            if (!folder.holds(file)) {
                copy(source.files().get(file), folder, new KnownFile(known, file));
            }
        }
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

    private static void copy(Path source, OwnFolder folder, KnownFile known) {
        Path part = folder.part(known.file()).resolveSibling(known.file().standardName() + ".import");
        try {
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            Content content = Content.of(part, known);
            if (!content.isRight()) {
                throw new DataException(source + ": changed while it was copied; try again");
            }
            folder.put(part, known.file(), content == Content.RIGHT_PACKED);
        } catch (IOException e) {
            throw new DataException(
                    part + ": cannot be written (" + Reasons.of(e)
                            + "); see that there is room, or choose another folder with --data",
                    e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new DataException(part + ": cannot be removed (" + Reasons.of(e) + "); remove it", e);
        }
    }
}
