package org.penumbra.data.home;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.penumbra.data.DataException;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.ImageFolderReader;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.PictureFolder;

/**
 * Where the image data sets are: the places they are looked for in, one after the other, and the one that fetched and
 * imported files are put in.
 */
public final class DataHome {

    /** Environment variable with a folder of data sets. */
    public static final String VARIABLE = "PENUMBRA_DATA";

    /** How a folder is called that a person has chosen in the preferences. */
    public static final String PREFERENCE = "the data folder in the preferences";

    private final List<DataPlace> places;
    private final DataPlace own;
    private final Optional<DataPlace> named;

    /**
     * @param places in the order they are looked at
     * @param own    where fetched and imported files go
     */
    DataHome(List<DataPlace> places, DataPlace own) {
        this(places, own, Optional.empty());
    }

    private DataHome(List<DataPlace> places, DataPlace own, Optional<DataPlace> named) {
        this.places = List.copyOf(places);
        this.own = own;
        this.named = named;
    }

    /**
     * A folder somebody named: the only place looked at, and where files go.
     *
     * @param folder holds a folder for each data set, or is itself the folder with the four files
     */
    public static DataHome in(Path folder) {
        DataPlace place = new DataPlace("--data", "the folder named at the start", folder);
        return new DataHome(List.of(place), place, Optional.of(place));
    }

    /**
     * The usual places: the folder in {@value #VARIABLE}, the platform's cache folder, DL4J's folders. Files go to the
     * first of them.
     *
     * @param environment of the process
     * @param cache       this program's part of the platform's cache folder; asked for once
     * @param dl4j        DL4J's folder, ~/.deeplearning4j
     * @throws DataException when {@value #VARIABLE} is no path
     */
    public static DataHome of(Map<String, String> environment, Supplier<Path> cache, Path dl4j) {
        return of(environment, Optional.empty(), cache, dl4j);
    }

    /**
     * The same for a person who has chosen a folder in the preferences; {@value #VARIABLE} goes before that.
     *
     * @param chosen the folder, as text
     * @throws DataException when what names a folder is no path
     */
    static DataHome of(Map<String, String> environment, Optional<String> chosen, Supplier<Path> cache, Path dl4j) {
        List<DataPlace> places = new ArrayList<>();
        Optional<DataPlace> named = Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> new DataPlace(VARIABLE, path(VARIABLE, text)))
                .or(() -> chosen.filter(text -> !text.isBlank())
                        .map(text -> new DataPlace(PREFERENCE, path(PREFERENCE, text))));
        named.ifPresent(places::add);
        places.add(new DataPlace("the cache folder", cache.get().resolve("data")));
        // Of 1.0.0-M2.1: its iterator keeps files in data/MNIST, its resources keep them in the folder itself.
        places.add(new DataPlace("DL4J's folder", dl4j.resolve("data")));
        places.add(new DataPlace("DL4J's folder", dl4j));
        return new DataHome(places, places.get(0), named);
    }

    /**
     * The places of this process.
     *
     * @param folder that was named ({@code --data}): then the only one; null for the usual places
     */
    public static DataHome ofProcess(Path folder) {
        return folder != null
                ? in(folder)
                : of(
                        System.getenv(),
                        Optional.ofNullable(
                                PreferencesFile.ofProcess().read().values().get(PreferencesFile.DATA_FOLDER)),
                        PlatformFolders::cache,
                        Path.of(System.getProperty("user.home"), ".deeplearning4j"));
    }

    /** Where image data are kept for who has chosen nothing, in words: a path, or why there is none. */
    public static String usual() {
        try {
            return PlatformFolders.cache().resolve("data").toString();
        } catch (DataException unknown) {
            return unknown.inWindow();
        }
    }

    private static Path path(String what, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new DataException(
                    what + ": expected a folder, but \"" + text + "\" is no path (" + e.getReason()
                            + "); set it to a folder or unset it",
                    e);
        }
    }

    /** The place that somebody has named, by an option, by {@value #VARIABLE} or in the preferences; nothing where all are the usual ones. */
    public Optional<DataPlace> named() {
        return named;
    }

    /** The places, in the order they are looked at. */
    public List<DataPlace> places() {
        return places;
    }

    /** The folder that fetched and imported files of a data set are put in. */
    public Path folderOf(KnownImages known) {
        return own.path().resolve(known.folders().get(0));
    }

    /** The folder with all four files of a data set, which are not read. */
    public Optional<ImageFolder> find(KnownImages known) {
        return places.stream()
                .map(place -> place.look(known))
                .filter(DataPlace.Sight::isComplete)
                .findFirst()
                .flatMap(DataPlace.Sight::folder);
    }

    /**
     * Reads a data set. Takes a second or so, and memory for every pixel a byte.
     *
     * @throws DataException when it is nowhere, which names every place looked at, or when a file of it is not what was
     *                       published
     */
    public ImageData load(KnownImages known) {
        ImageFolder folder =
                find(known).orElseThrow(() -> new DataException(missing(known), fetching(known), (Throwable) null));
        return new ImageFolderReader(folder).read(known);
    }

    /**
     * Reads the data set somebody means: the name of one the program knows goes first, then a folder with the four files
     * of any, or with a folder of pictures for each class. A folder that has the name of a known one is reached by "./NAME".
     *
     * @throws DataException when it is neither, or its files are wrong
     */
    public ImageData load(String nameOrFolder) {
        return load(nameOrFolder, new Emnist.Recognised());
    }

    /**
     * The same, with a choice of how files in a folder are to be understood.
     *
     * @throws DataException likewise, and where a data set that the program knows is to be one of EMNIST
     */
    public ImageData load(String nameOrFolder, Emnist emnist) {
        return load(nameOrFolder, emnist, folder -> loadFolder(folder, emnist));
    }

    /**
     * Reads the data set somebody means, a folder in a way of one's own.
     *
     * @param emnist  how four files are to be understood
     * @param folders reads a folder, with whatever is in it
     * @throws DataException when it is neither a known name nor a folder, or its files are wrong
     */
    public ImageData load(String nameOrFolder, Emnist emnist, Function<Path, ImageData> folders) {
        for (KnownImages known : KnownImages.all()) {
            if (known.name().equals(nameOrFolder)) {
                refuse(emnist, known.title() + " is known by its checksums");
                return load(known);
            }
        }
        if (!nameOrFolder.isBlank() && isFolder(nameOrFolder)) {
            return folders.apply(Path.of(nameOrFolder));
        }
        throw new DataException("data set \"" + nameOrFolder + "\": expected one of " + KnownImages.names()
                + ", or a folder with the four files of an image data set or with a folder of pictures for each class, but it "
                + "is neither");
    }

    /**
     * Reads the data set in a folder, whatever it is. It is called like the folder, unless the program knows it. Pictures
     * sorted by class are read as suits their names and split by {@link PictureFolder#SEED}; all must be usable.
     *
     * @throws DataException when files are missing, wrong, or do not fit together
     */
    public static ImageData loadFolder(Path folder) {
        return loadFolder(folder, new Emnist.Recognised());
    }

    /**
     * The same, with a choice of how four files are to be understood.
     *
     * @throws DataException likewise, and where pictures are to be a set of EMNIST
     */
    public static ImageData loadFolder(Path folder, Emnist emnist) {
        if (PictureFolder.isOne(folder)) {
            refuse(emnist, folder + " is a folder of pictures");
            return PictureFolder.readWhole(folder);
        }
        return loadFiles(folder, emnist);
    }

    /**
     * Reads the four files in a folder, whatever they hold.
     *
     * @param emnist how they are to be understood
     * @throws DataException when files are missing, wrong, or do not fit together
     */
    public static ImageData loadFiles(Path folder, Emnist emnist) {
        return new ImageFolderReader(ImageFolder.at(folder)).readAny(emnist).readFrom(folder);
    }

    /**
     * Refuses to take for a set of EMNIST what is none.
     *
     * @throws DataException where somebody asked for it
     */
    public static void refuse(Emnist emnist, String why) {
        if (emnist instanceof Emnist.As as) {
            throw new DataException(
                    "expected the four files of " + as.split().title() + ", but " + why,
                    "; leave out --emnist, or the key emnist of the preset's data",
                    (Throwable) null);
        }
    }

    /** Whether a text is the path of a folder, or of one set of EMNIST in a folder of several. */
    public static boolean isFolder(String text) {
        try {
            Path path = Path.of(text);
            return Files.isDirectory(path) || !ImageFolder.at(path).files().isEmpty();
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /**
     * Reads and checks what is there of a data set: the folder with all four files, otherwise the first with some of
     * them. Takes a second or so.
     */
    public DataState check(KnownImages known) {
        ImageFolder folder = find(known)
                .or(() -> places.stream()
                        .map(place -> place.look(known).folder())
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
        return folder == null
                ? new DataState(known, Optional.empty(), List.of(), missing(known) + fetching(known))
                : DataState.of(known, folder, folder.isComplete() ? "" : missing(known) + fetching(known));
    }

    private String missing(KnownImages known) {
        String looked = places.stream().map(place -> place.look(known).words()).collect(Collectors.joining("; "));
        return known.title() + " is not here. Looked in " + looked;
    }

    /** What to do at a terminal where a data set is missing. */
    private static String fetching(KnownImages known) {
        return ". \"penumbra data fetch " + known.name()
                + "\" downloads it, \"--data DIR\" names the folder it is in, and the built-in digits need no files";
    }
}
