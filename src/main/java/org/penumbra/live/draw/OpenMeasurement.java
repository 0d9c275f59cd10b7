package org.penumbra.live.draw;

import java.util.Optional;
import java.util.function.Function;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/** A set of images a model is being asked about, some at a time. Confined to the engine's thread. */
final class OpenMeasurement implements AutoCloseable {

    /** Images at a time: two full batches of the network, some 15 ms on two cores. */
    private static final int CHUNK = 128;

    private final ImageModel model;
    private final String name;
    private final ImageSet images;
    private final boolean known;
    private final TopAnswers answers;
    private int done;
    private ImageClassifier own;

    OpenMeasurement(ImageModel model, String name, ImageSet images, boolean known) {
        this.model = model;
        this.name = name;
        this.images = images;
        this.known = known;
        int n = images.count();
        boolean reconstructs = model.doubts();
        answers = new TopAnswers(new float[n], new float[reconstructs ? n : 0], new boolean[n]);
    }

    ImageModel model() {
        return model;
    }

    String name() {
        return name;
    }

    /**
     * Asks about the next images.
     *
     * @param open     the network that answers for the model, or null: then it opens one of its own
     * @param networks makes that one
     * @return the result, when these were the last
     */
    Optional<Measurement> proceed(OpenModel open, Function<ImageModel, ImageClassifier> networks) {
        if (images.rows() != ImageSettings.SIDE || images.columns() != ImageSettings.SIDE) {
            throw new IllegalArgumentException(
                    "expected images of 28 x 28 pixels, but got " + images.rows() + " x " + images.columns());
        }
        if (open == null && own == null) {
            own = networks.apply(model);
        }
        int count = Math.min(CHUNK, images.count() - done);
        TopAnswers some = TopAnswers.of(
                ImageAnswers.of(open == null ? own : open.network(), images.part(done, done + count)), known);
        System.arraycopy(some.scores(), 0, answers.scores(), done, count);
        System.arraycopy(some.right(), 0, answers.right(), done, count);
        if (some.errors().length > 0) {
            System.arraycopy(some.errors(), 0, answers.errors(), done, count);
        }
        done += count;
        return done < images.count() ? Optional.empty() : Optional.of(new Measurement(model, name, answers));
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
            own = null;
        }
    }
}
