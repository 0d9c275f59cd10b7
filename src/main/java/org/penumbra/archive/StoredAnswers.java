package org.penumbra.archive;

import java.util.List;
import org.penumbra.confidence.Population;
import org.penumbra.net.image.ImageModel;

/**
 * What a model answered to kinds of images, kept for those who have not got the images.
 *
 * @param model       the name of the preset the model was trained by
 * @param weights     SHA-256 of the weights that answered, in hexadecimal; see {@link ImageModel#weights()}
 * @param populations the kinds of images, each of another name; all with errors or, without a decoder, all without
 */
public record StoredAnswers(String model, String weights, List<Population> populations) {

    public StoredAnswers {
        populations = List.copyOf(populations);
        if (populations.stream().map(Population::name).distinct().count() < populations.size()) {
            throw new IllegalArgumentException("populations: expected each name once, but got "
                    + populations.stream().map(Population::name).toList());
        }
        // Where there are no images, no errors are missing.
        if (hasErrors(populations)
                && populations.stream()
                        .anyMatch(kind ->
                                kind.answers().errors().length < kind.answers().count())) {
            throw new IllegalArgumentException("populations: expected errors with all of them or with none");
        }
    }

    /** Whether there are errors. */
    boolean hasErrors() {
        return hasErrors(populations);
    }

    private static boolean hasErrors(List<Population> populations) {
        return populations.stream().anyMatch(kind -> kind.answers().errors().length > 0);
    }

    /** What a model answered. */
    public static StoredAnswers of(ImageModel model, List<Population> populations) {
        return new StoredAnswers(model.name(), model.weights(), populations);
    }

    /** Whether it was these weights that answered. */
    boolean belongTo(ImageModel other) {
        return weights.equals(other.weights());
    }
}
