package org.penumbra.data.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.penumbra.data.DataException;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Reasons;

/**
 * A folder of pictures sorted by class: one folder for each class, called like it, with its pictures. The order of classes
 * and pictures is that of their names, numbers by value. Files whose names begin with a dot, and those that Windows puts
 * into every folder, are none of the pictures.
 *
 * @param path    the folder
 * @param classes names, in order
 * @param files   of all classes, one class after the other
 * @param strays  what lies where no picture belongs
 */
record ClassFolders(Path path, List<String> classes, List<Entry> files, List<OwnImages.Refused> strays) {

    private static final Set<String> PICTURE_ENDINGS = Set.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");
    /** FNV-1a, 64 bits. */
    private static final long HASH_START = 0xCBF29CE484222325L;

    private static final long HASH_FACTOR = 0x100000001B3L;

    /**
     * One file.
     *
     * @param label of its class
     * @param name  "class/file"
     */
    record Entry(Path file, int label, String name) {

        /** A number that depends on the name alone. */
        long hash() {
            long hash = HASH_START;
            for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xFF)) * HASH_FACTOR;
            }
            return hash;
        }
    }

    /**
     * Whether a folder looks like one: folders in it, at least one with a file called like a picture, and none of the four
     * files of an image data set.
     */
    static boolean isOne(Path path) {
        if (!Files.isDirectory(path) || !ImageFolder.at(path).files().isEmpty()) {
            return false;
        }
        return contents(path).stream()
                .anyMatch(folder -> Files.isDirectory(folder)
                        && contents(folder).stream().anyMatch(ClassFolders::isCalledLikeAPicture));
    }

    private static boolean isCalledLikeAPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return PICTURE_ENDINGS.stream().anyMatch(name::endsWith);
    }

    /**
     * Looks at what there is; no picture is read.
     *
     * @throws DataException when there are too few or too many classes, or too many files
     */
    static ClassFolders at(Path path) {
        if (!Files.isDirectory(path)) {
            throw new DataException(
                    path + ": expected a folder with a folder of pictures for each class, but there is none; "
                            + "check its name");
        }
        List<Path> folders = new ArrayList<>();
        List<OwnImages.Refused> strays = new ArrayList<>();
        for (Path found : contents(path)) {
            if (Files.isDirectory(found)) {
                folders.add(found);
            } else {
                strays.add(new OwnImages.Refused(
                        found,
                        found + ": it lies beside the folders of the classes. Move it into "
                                + "the one of its class."));
            }
        }
        if (folders.size() < 2 || folders.size() > PictureFolder.MOST_CLASSES) {
            throw new DataException(path + ": expected 2 to " + PictureFolder.MOST_CLASSES
                    + " folders, one of pictures for " + "each class, but found " + folders.size()
                    + "; put the pictures into folders called like their classes");
        }
        folders.forEach(ClassFolders::requireReadableName);
        List<Entry> files = new ArrayList<>();
        for (int label = 0; label < folders.size(); label++) {
            list(path, folders.get(label), label, files, strays);
        }
        return new ClassFolders(
                path, folders.stream().map(ClassFolders::className).toList(), files, strays);
    }

    /** The folder's name becomes that of a class, which travels with every model. */
    private static void requireReadableName(Path folder) {
        if (!OutsideText.isOneLine(nameOf(folder))) {
            throw new DataException(
                    OutsideText.shown(folder.toString())
                            + ": expected a folder called like its class, without control characters or line breaks; rename it");
        }
    }

    private static void list(Path path, Path folder, int label, List<Entry> files, List<OwnImages.Refused> strays) {
        for (Path found : contents(folder)) {
            if (Files.isDirectory(found)) {
                strays.add(new OwnImages.Refused(
                        found, found + ": a folder within a class is not read. Move its pictures " + "up."));
            } else {
                files.add(new Entry(found, label, nameOf(folder) + "/" + nameOf(found)));
            }
            if (files.size() > PictureFolder.MOST_IMAGES) {
                throw new DataException(path + ": expected at most " + PictureFolder.MOST_IMAGES
                        + " pictures, but there are more; remove some");
            }
        }
    }

    private static List<Path> contents(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                if (!nameOf(path).startsWith(".")
                        && !LITTER.contains(nameOf(path).toLowerCase(Locale.ROOT))) {
                    found.add(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new DataException(
                    folder + ": the folder cannot be read (" + Reasons.of(e) + "); see that you may read it", e);
        }
        found.sort(Comparator.comparing(ClassFolders::nameOf, new NaturalOrder()));
        return found;
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    private static String className(Path folder) {
        return OutsideText.shown(nameOf(folder));
    }

    /** What the folder is called. */
    String name() {
        return Optional.ofNullable(path.toAbsolutePath().normalize().getFileName())
                .map(name -> OutsideText.shown(name.toString()))
                .orElse("images");
    }
}
