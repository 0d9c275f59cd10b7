package org.penumbra.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.penumbra.archive.ModelException.Kind;
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
     * ".penumbra". A file that has the name of a shipped model is reached by "./NAME".
     *
     * @throws ModelException when it is neither, or the file is wrong
     */
    public static ImageModel load(String nameOrFile) {
        List<String> names = names();
        if (!names.contains(nameOrFile)) {
            return SHELF.file(nameOrFile)
                    .<ImageModel>map(ModelFile::read)
                    .orElseThrow(() -> new ModelException(
                            Kind.UNKNOWN_NAME,
                            SHELF.called(nameOrFile) + ": " + SHELF.unknown(nameOrFile, names, SHELF.orFile())));
        }
        return shipped(nameOrFile);
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
