package org.penumbra.data.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.data.DataException;
import org.penumbra.data.image.IdxFile;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownImages;

/**
 * A place where data sets are looked for: a folder with one folder a data set, or itself the folder with the four files.
 *
 * @param title    how people know it at a terminal: "--data", "PENUMBRA_DATA", "the cache folder"
 * @param inWindow how they know it at a window, which has no options
 * @param path     the folder, which need not exist
 */
public record DataPlace(String title, String inWindow, Path path) {

    /** A place that is called the same everywhere. */
    public DataPlace(String title, Path path) {
        this(title, title, path);
    }

    /**
     * What a place holds of a data set.
     *
     * @param folder the folder with most of the four files, if any has one
     * @param words  for a person who misses the data set: the place and what is the matter with it
     */
    record Sight(Optional<ImageFolder> folder, String words) {

        boolean isComplete() {
            return folder.filter(ImageFolder::isComplete).isPresent();
        }
    }

    /** Looks for a data set, first in the folders of its name, then in the place itself. */
    Sight look(KnownImages known) {
        List<ImageFolder> named =
                known.folders().stream().map(path::resolve).map(ImageFolder::at).toList();
        ImageFolder itself = ImageFolder.at(path);
        Optional<ImageFolder> complete =
                named.stream().filter(ImageFolder::isComplete).findFirst();
        if (complete.isPresent()) {
            return new Sight(complete, words(complete.get().words()));
        }
        if (itself.isComplete()) {
            return isAnother(itself, known)
                    ? new Sight(Optional.empty(), words("holds another data set"))
                    : new Sight(Optional.of(itself), words(itself.words()));
        }
        Optional<ImageFolder> some = Stream.concat(named.stream(), Stream.of(itself))
                .filter(folder -> !folder.files().isEmpty())
                .findFirst();
        return new Sight(
                some,
                some.map(folder -> title + " " + folder.path() + ": " + folder.words())
                        .orElseGet(() -> words(itself.words())));
    }

    private String words(String what) {
        return title + " " + path + ": " + what;
    }

    /**
     * A folder without a data set's name may hold any; its smallest file tells. Where that file is damaged it counts as
     * the one looked for, so that whoever reads it says what is wrong.
     */
    private static boolean isAnother(ImageFolder folder, KnownImages known) {
        try {
            String sum = IdxFile.labels(folder.files().get(ImageFile.TEST_LABELS), IdxFile.MOST_CLASSES)
                    .md5();
            return !sum.equals(known.md5().get(ImageFile.TEST_LABELS));
        } catch (DataException damaged) {
            return false;
        }
    }
}
