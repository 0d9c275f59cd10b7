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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.penumbra.data.DataException;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Reasons;

/**
 * A folder of pictures sorted by class: one folder for each class, called like it, with its pictures. Or such folders within
 * others called train, test and val ({@link SplitFolders}). The order of classes and pictures is that of their names, numbers
 * by value. What operating systems leave in folders of their own accord is passed over: all that begins with a dot, and a few
 * names more.
 *
 * @param path    the folder
 * @param classes names, in order
 * @param files   of all classes, one class after the other
 * @param strays  what lies where no picture belongs
 */
record ClassFolders(Path path, List<String> classes, List<Entry> files, List<OwnImages.Refused> strays) {

    private static final Set<String> PICTURE_ENDINGS =
            Set.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff");
    /** Of macOS, Windows and network drives; in small letters. */
    private static final Set<String> LITTER = Set.of(
            "__macosx",
            "icon\r",
            "thumbs.db",
            "ehthumbs.db",
            "ehthumbs_vista.db",
            "desktop.ini",
            "$recycle.bin",
            "system volume information",
            "@eadir");
    /** FNV-1a, 64 bits. */
    private static final long HASH_START = 0xCBF29CE484222325L;

    private static final long HASH_FACTOR = 0x100000001B3L;

    /**
     * One file.
     *
     * @param label of its class
     * @param name  "class/file", or "train/class/file"
     * @param part  of a folder that is split already; NONE where the program splits it
     */
    record Entry(Path file, int label, String name, Part part) {

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
        return holdsClasses(path) || SplitFolders.isOne(path);
    }

    /** Whether there is a folder in this one with a file called like a picture. */
    static boolean holdsClasses(Path path) {
        return contents(path).stream().anyMatch(folder -> Files.isDirectory(folder) && holdsPictures(folder));
    }

    /** Whether there is a file in this folder called like a picture. */
    static boolean holdsPictures(Path folder) {
        return contents(folder).stream().anyMatch(ClassFolders::isCalledLikeAPicture);
    }

    private static boolean isCalledLikeAPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return PICTURE_ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** The part of a data set that a picture belongs to. */
    enum Part {
        /** Not decided by any folder. */
        NONE,
        TRAINING,
        TEST,
        VALIDATION
    }

    /**
     * Looks at what there is; no picture is read.
     *
     * @param fewest classes there must be
     * @throws DataException when there are too few or too many classes, or too many files
     */
    static ClassFolders at(Path path, int fewest) {
        if (!Files.isDirectory(path)) {
            throw new DataException(
                    path + ": expected a folder with a folder of pictures for each class, but there is none; "
                            + "check its name");
        }
        List<OwnImages.Refused> strays = new ArrayList<>();
        List<SplitFolders.Place> places = SplitFolders.isOne(path)
                ? SplitFolders.at(path, strays)
                : List.of(new SplitFolders.Place(path, Part.NONE));
        Map<String, List<ClassPlace>> classes = byClass(places, strays);
        if (classes.size() < fewest || classes.size() > PictureFolder.MOST_CLASSES) {
            throw new DataException(path + ": expected " + fewest + " to " + PictureFolder.MOST_CLASSES
                    + " folders, one of pictures for " + "each class, but found " + classes.size()
                    + "; put the pictures into folders called like their classes");
        }
        classes.values().forEach(theirs -> theirs.forEach(one -> requireReadableName(one.folder())));
        List<Entry> files = new ArrayList<>();
        int label = 0;
        for (List<ClassPlace> theirs : classes.values()) {
            for (ClassPlace one : theirs) {
                list(path, one, label, files, strays);
            }
            label++;
        }
        return new ClassFolders(path, List.copyOf(classes.keySet()), files, strays);
    }

    /** The folder's name becomes that of a class, which travels with every model. */
    private static void requireReadableName(Path folder) {
        if (!OutsideText.isOneLine(nameOf(folder))) {
            throw new DataException(
                    OutsideText.shown(folder.toString())
                            + ": expected a folder called like its class, without control characters or line breaks; rename it");
        }
    }

    private static Map<String, List<ClassPlace>> byClass(
            List<SplitFolders.Place> places, List<OwnImages.Refused> strays) {
        Map<String, List<ClassPlace>> classes = new TreeMap<>(new NaturalOrder());
        for (SplitFolders.Place place : places) {
            for (Path found : contents(place.folder())) {
                if (Files.isDirectory(found)) {
                    classes.computeIfAbsent(className(found), name -> new ArrayList<>())
                            .add(new ClassPlace(found, place));
                } else {
                    strays.add(new OwnImages.Refused(
                            found,
                            found + ": it lies beside the folders of the classes. Move it into "
                                    + "the one of its class."));
                }
            }
        }
        return classes;
    }

    /**
     * Pictures of one class in one part.
     *
     * @param folder of the class
     * @param place  it lies in
     */
    private record ClassPlace(Path folder, SplitFolders.Place place) {}

    private static void list(Path path, ClassPlace one, int label, List<Entry> files, List<OwnImages.Refused> strays) {
        String within =
                one.place().part() == Part.NONE ? "" : nameOf(one.place().folder()) + "/";
        for (Path found : contents(one.folder())) {
            if (Files.isDirectory(found)) {
                strays.add(new OwnImages.Refused(
                        found, found + ": a folder within a class is not read. Move its pictures " + "up."));
            } else {
                files.add(new Entry(
                        found,
                        label,
                        within + nameOf(one.folder()) + "/" + nameOf(found),
                        one.place().part()));
            }
            if (files.size() > PictureFolder.MOST_IMAGES) {
                throw new DataException(path + ": expected at most " + PictureFolder.MOST_IMAGES
                        + " pictures, but there are more; remove some");
            }
        }
    }

    /** Whether folders say what is to learn from and what to test with. */
    boolean isSplit() {
        return files.stream().anyMatch(file -> file.part() != Part.NONE);
    }

    /** Whether there are pictures of a part. */
    boolean has(Part part) {
        return files.stream().anyMatch(file -> file.part() == part);
    }

    /** What lies in a folder and counts, in order. */
    static List<Path> contents(Path folder) {
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

    static String nameOf(Path path) {
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
