package org.penumbra.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.Shelf;

/**
 * The trained models that ship, and the way from what a person typed to a model. A model is called like the image preset
 * it was trained by and lies beside it.
 */
public final class Models {

    private static final Shelf SHELF = new Shelf("/presets/images/", "model", ModelFile.ENDING);

    private Models() {}

    /** The names of the models that ship, in the order of a menu. */
    public static List<String> names() {
        return SHELF.names().stream()
                .filter(name -> SHELF.holds(name + ModelFile.ENDING))
                .toList();
    }

    /**
     * The model somebody means: the name of one that ships goes first, then a file, which must exist or end in
     * ".penumbra" or ".zip". A file that has the name of a shipped model is reached by "./NAME".
     *
     * @throws ModelException                         when it is neither, or the file is wrong
     * @throws org.penumbra.net.guest.GuestException when it is the file of a network of DL4J that cannot be a guest
     */
    public static ImageModel load(String nameOrFile) {
        List<String> names = names();
        if (!names.contains(nameOrFile)) {
            return file(nameOrFile)
                    .map(Models::read)
                    .orElseThrow(() -> new ModelException(
                            Kind.UNKNOWN_NAME,
                            SHELF.called(nameOrFile) + ": " + SHELF.unknown(nameOrFile, names, SHELF.orFile())));
        }
        return shipped(nameOrFile);
    }

    /** The file somebody means, which need not be there where its name ends as those of models do. */
    private static Optional<Path> file(String text) {
        Optional<Path> file = SHELF.file(text);
        try {
            return file.isEmpty() && GuestFile.means(text) ? Optional.of(Path.of(text)) : file;
        } catch (InvalidPathException noPath) {
            return file;
        }
    }

    /**
     * The model in a file: one of this program, or a network of DL4J, with what was noted beside it.
     *
     * @throws ModelException                         when the file is missing or wrong
     * @throws org.penumbra.net.guest.GuestException when it is of a network of DL4J that cannot be a guest
     */
    public static ImageModel read(Path file) {
        return isGuest(file) ? GuestFile.load(file) : ModelFile.read(file);
    }

    /** Whether a file is of a network of DL4J, by what is in it or, where that cannot be told, by its name. */
    public static boolean isGuest(Path file) {
        try {
            return GuestFile.means(file.toString()) || FileKind.DL4J.describes(file);
        } catch (IOException unreadable) {
            // Whoever reads it says why it cannot be read.
            return false;
        }
    }

    /**
     * A model that ships.
     *
     * @param name one of {@link #names()}
     */
    public static TrainedModel shipped(String name) {
        String file = name + ModelFile.ENDING;
        try (InputStream stream = new BufferedInputStream(SHELF.open(file))) {
            return ModelFile.read(stream, SHELF.folder() + file);
        } catch (IOException error) {
            throw new UncheckedIOException("the model " + name + " cannot be closed", error);
        }
    }
}
