package org.penumbra.command.image;

import java.util.List;
import java.util.Optional;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageSettings;

/** What a model answers to images it may meet: test images of a data set, those of another one, and noise. */
final class ModelPopulations {

    private static final int NOISE_IMAGES = 1000;
    private static final long NOISE_SEED = 1;

    private ModelPopulations() {}

    /**
     * Asks the model about the other images; the answers to the test images are there already.
     *
     * @param own     whose test images were answered
     * @param answers to them
     * @param home    where the other data set is: Fashion-MNIST, or MNIST if that is not the own one
     */
    static List<Population> of(ImageClassifier network, ImageData own, ImageAnswers answers, DataHome home) {
        List<KnownImages> others = KnownImages.all().stream()
                .filter(known -> !own.identity().known().equals(Optional.of(known)))
                .toList();
        KnownImages other = others.get(others.size() - 1);
        return List.of(
                new Population(Population.TEST, own.title() + " test images", TopAnswers.of(answers, true)),
                new Population(
                        Population.OTHER,
                        other.title() + " test images",
                        unknown(network, home.load(other).test())),
                new Population(
                        Population.NOISE,
                        "uniform noise",
                        unknown(network, new NoiseImages(NOISE_IMAGES, ImageSettings.SIDE, NOISE_SEED).make())));
    }

    private static TopAnswers unknown(ImageClassifier network, ImageSet images) {
        return TopAnswers.of(ImageAnswers.of(network, images), false);
    }
}
