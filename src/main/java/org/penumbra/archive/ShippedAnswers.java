package org.penumbra.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.confidence.Population;
import org.penumbra.net.image.ImageModel;
import org.penumbra.preset.Shelf;

/**
 * What the models that ship answered to images that do not ship: test images of their own data set
 * ({@link Population#TEST}), of the other one ({@link Population#OTHER}), and noise ({@link Population#NOISE}). They lie
 * beside the models.
 */
public final class ShippedAnswers {

    private static final Shelf SHELF = new Shelf("/presets/images/", "stored answers", AnswersFile.ENDING);

    private ShippedAnswers() {}

    /**
     * The stored answers of a model that ships. Reads the model too, to see that it is its answers: some 50 ms.
     *
     * @param modelName as {@link Models#names} has it
     * @return empty for any other name, and for a model that has no such file
     * @throws ModelException when the file is damaged, or from other weights than the model's
     */
    public static List<Population> of(String modelName) {
        return holds(modelName) ? of(modelName, Models.load(modelName)) : List.of();
    }

    /**
     * The same for a model that was read before.
     *
     * @param model the one that ships under this name
     */
    public static List<Population> of(String modelName, ImageModel model) {
        if (!holds(modelName)) {
            return List.of();
        }
        String file = modelName + AnswersFile.ENDING;
        try (InputStream stream = new BufferedInputStream(SHELF.open(file))) {
            StoredAnswers answers = AnswersFile.read(stream, SHELF.folder() + file);
            requireOf(model, answers, SHELF.folder() + file);
            return answers.populations();
        } catch (IOException error) {
            throw new UncheckedIOException("the answers of " + modelName + " cannot be closed", error);
        }
    }

    /** Refuses answers that were given by other weights than the model's. */
    static void requireOf(ImageModel model, StoredAnswers answers, String source) {
        if (!answers.belongTo(model)) {
            throw new ModelException(
                    Kind.OTHER_WEIGHTS,
                    source + ": expected answers of the model's weights, but others gave them ("
                            + answers.model() + ", SHA-256 " + answers.weights()
                            + "). The model was trained anew since; make the "
                            + "answers anew with \"penumbra evaluate MODEL --answers FILE\"");
        }
    }

    /** Whether answers of a model ship. */
    public static boolean holds(String modelName) {
        return Models.names().contains(modelName) && SHELF.holds(modelName + AnswersFile.ENDING);
    }
}
