package org.penumbra.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;

/**
 * How the files of a folder are understood. Told by the names of the files and folders, by the labels, and by whether the
 * narrow characters stand or lie; the choice of a person goes before all of that.
 *
 * @param as   the set of EMNIST that they are read as; empty when they are read as they are stored
 * @param note what a person should know, a whole sentence or more; empty when nothing was guessed
 */
record EmnistReading(Optional<Emnist.As> as, String note) {

    private static final int SIDE = 28;
    /** Characters that are high and narrow whoever writes them. */
    private static final String NARROW = "1Iil";

    private static final int FOLDERS = 3;
    private static final String OTHERWISE = " If that is wrong, set EMNIST to another value.";

    /**
     * Looks at what there is.
     *
     * @param wanted what a person chose
     * @param images to learn from, as they are stored
     * @param labels theirs, unsigned
     * @throws DataException when the files cannot be what the person says they are
     */
    static EmnistReading of(Emnist wanted, ImageFolder folder, PresentLabels present, IdxImages images, byte[] labels) {
        if (wanted instanceof Emnist.As as) {
            refuse(folder, as.split(), present, images);
            return new EmnistReading(Optional.of(as), "");
        }
        return wanted instanceof Emnist.AsStored ? stored("") : new Clues(folder, present, images, labels).reading();
    }

    private static EmnistReading stored(String note) {
        return new EmnistReading(Optional.empty(), note);
    }

    /** Whether the images are to be turned. */
    boolean turns() {
        return as.isPresent() && !as.get().upright();
    }

    /** The names of the classes, for each label that occurs. */
    List<String> classes(PresentLabels present) {
        return as.map(one ->
                        present.present().stream().map(one.split()::character).toList())
                .orElseGet(present::numbers);
    }

    /** All that a person should know, the classes of no image included. */
    List<String> notes(PresentLabels present, String title) {
        List<String> notes = new ArrayList<>();
        notes.add(note);
        notes.add(as.map(one -> absent(one.split(), present, title)).orElseGet(() -> present.note(title)));
        notes.removeIf(String::isEmpty);
        return notes;
    }

    private static String absent(EmnistSplit split, PresentLabels present, String title) {
        String missing = IntStream.rangeClosed(split.firstLabel(), split.lastLabel())
                .filter(label -> !present.present().contains(label))
                .mapToObj(split::character)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : title + ": no image shows " + missing + ", so there is no class of that name.";
    }

    private static void refuse(ImageFolder folder, EmnistSplit split, PresentLabels present, IdxImages images) {
        if (!split.covers(present)) {
            throw new DataException(
                    folder.path() + ": expected the labels of " + split.title() + ", " + split.firstLabel() + " to "
                            + split.lastLabel() + ", but found " + outside(split, present),
                    "; leave out --emnist, or say which set it is",
                    (Throwable) null);
        }
        if (images.rows() != SIDE || images.columns() != SIDE) {
            throw new DataException(
                    folder.path() + ": expected images of 28 x 28 pixels, as EMNIST has, but they have " + images.rows()
                            + " x " + images.columns(),
                    "; leave out --emnist",
                    (Throwable) null);
        }
    }

    private static int outside(EmnistSplit split, PresentLabels present) {
        return present.present().stream()
                .filter(label -> label < split.firstLabel() || label > split.lastLabel())
                .findFirst()
                .orElseThrow();
    }

    /** What the files tell by themselves. */
    private record Clues(ImageFolder folder, PresentLabels present, IdxImages images, byte[] labels) {

        EmnistReading reading() {
            List<String> names = names();
            Optional<EmnistSplit> named = folder.split().or(() -> EmnistSplit.namedBy(names));
            if (named.isPresent() && !named.get().covers(present)) {
                return stored(folder.path() + ": the name says " + named.get().title() + ", but the label "
                        + outside(named.get(), present) + " is none of its labels, "
                        + named.get().firstLabel() + " to " + named.get().lastLabel()
                        + ", so it is read as it is stored." + OTHERWISE);
            }
            Optional<EmnistSplit> split =
                    named.or(() -> EmnistSplit.sayEmnist(names) ? EmnistSplit.withLabels(present) : Optional.empty());
            boolean isSize = images.rows() == SIDE && images.columns() == SIDE;
            return split.filter(any -> isSize)
                    .map(one -> read(one, standing(one) == Standing.UPRIGHT, "as its name says"))
                    .orElseGet(this::unnamed);
        }

        /** Labels from 1 to 26 are those of EMNIST's letters, but somebody else may count letters so, too. */
        private EmnistReading unnamed() {
            EmnistSplit letters = EmnistSplit.LETTERS;
            if (!present.areAllFrom(letters.firstLabel(), letters.lastLabel())) {
                return stored("");
            }
            return standing(letters) == Standing.LYING
                    ? read(letters, false, "as it has its labels and its letters lie on their side")
                    : stored(folder.path() + ": the labels 1 to 26 are those of EMNIST letters; if it is that set, "
                            + "set EMNIST to \"letters\", which turns the images upright and calls the "
                            + "classes a to z.");
        }

        private EmnistReading read(EmnistSplit split, boolean upright, String why) {
            return new EmnistReading(
                    Optional.of(new Emnist.As(split, upright)),
                    folder.path() + ": read as " + split.title() + ", " + why + ". The classes are called "
                            + split.words()
                            + (upright
                                    ? ". The images were not turned: EMNIST stores them on their side, but these stand."
                                    : ". The images, which EMNIST stores on their side, were turned upright.")
                            + OTHERWISE);
        }

        private Standing standing(EmnistSplit split) {
            return Standing.of(images, index -> NARROW.contains(split.character(labels[index] & 0xFF)));
        }

        /** Of the folder and those above it, the innermost first. */
        private List<String> names() {
            List<String> names = new ArrayList<>();
            Path path = folder.path().toAbsolutePath().normalize();
            while (path != null && path.getFileName() != null && names.size() < FOLDERS) {
                names.add(path.getFileName().toString());
                path = path.getParent();
            }
            return names;
        }
    }
}
