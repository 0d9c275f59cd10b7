package org.penumbra.live.draw;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.PixelCurvature;

/** A model with the network that answers for it. Confined to the engine's thread. */
final class OpenModel implements AutoCloseable {

    /** The same for every image, so that what moves between two images is gamma and not the probes. */
    private static final long PROBE_SEED = 1;

    private final ImageModel model;
    private final ImageClassifier network;
    private PixelCurvature curvature;

    OpenModel(ImageModel model, ImageClassifier network) {
        this.model = model;
        this.network = network;
    }

    ImageClassifier network() {
        return network;
    }

    /** Makes images of codes, as many as there are; null where there is no decoder that takes them. */
    UnaryOperator<float[]> decoder() {
        int width = network.shape().code();
        return network.decodes() ? codes -> network.decode(codes, codes.length / width) : null;
    }

    /** What the model says of an image, without gamma. */
    ModelAnswer answer(float[] image) {
        float[] code = new float[network.shape().code()];
        ImageResponse response = network.respond(image, 1, code);
        boolean reconstructs = model.doubts();
        if (reconstructs && response.errors().length == 0) {
            throw new IllegalStateException("expected a network with a decoder, as the model has one");
        }
        return new ModelAnswer(
                model,
                response.evidence().withInputs(image.clone()).withCode(code),
                response.reconstructions(),
                Optional.empty(),
                reconstructs);
    }

    /** The answer with so many more probes of gamma, of at most so many in all. */
    ModelAnswer improved(ModelAnswer answer, float[] image, int more, int most) {
        if (curvature == null) {
            curvature = network.curvature();
        }
        int had = answer.gamma().map(GammaEstimate::probes).orElse(0);
        GammaEstimate next = curvature.estimate(image, 1, PROBE_SEED, had, Math.min(more, most - had))[0];
        GammaEstimate joined =
                answer.gamma().map(estimate -> estimate.and(next)).orElse(next);
        return answer.with(Optional.of(joined), joined.probes() < most);
    }

    @Override
    public void close() {
        try {
            if (curvature != null) {
                curvature.close();
            }
        } finally {
            network.close();
        }
    }
}
