package org.penumbra.command.image;

import org.penumbra.command.image.PictureAnswer.Curvature;
import org.penumbra.command.option.GammaChoice;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageCurvature;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;

/** A model that answers for one picture after the other. */
final class PictureScorer implements AutoCloseable {

    /** Of the probes that estimate gamma, so that a picture's figures stay the same. */
    private static final long SEED = 1;

    private final ImageModel model;
    private final ConfidenceSettings settings;
    private final GammaChoice gamma;
    private final ImageNetwork network;
    private final ImageCurvature curvature;

    /**
     * @param settings alpha and beta are 0 for a model without a decoder
     * @param gamma    how to compute it, or null for not at all
     */
    PictureScorer(ImageModel model, ConfidenceSettings settings, GammaChoice gamma) {
        this.model = model;
        this.settings = settings;
        this.gamma = gamma;
        network = model.network();
        curvature = gamma == null ? null : new ImageCurvature(network);
    }

    /**
     * Answers for one picture.
     *
     * @param name   of its file
     * @param pixels 784, 0 (background) to 1 (ink)
     */
    PictureAnswer answer(String name, float[] pixels) {
        ImageResponse response = network.respond(pixels, 1);
        boolean decoder = model.doubts();
        double error = decoder ? response.errors()[0] : 0;
        Curvature bend = gamma == null ? null : curvature(pixels);
        Verdict verdict =
                Verdict.of(response.scores(), error, bend == null ? 0 : bend.value(), ImageSettings.PIXELS, settings);
        return new PictureAnswer(name, model.classes(), response.scores(), verdict, decoder ? error : null, bend);
    }

    private Curvature curvature(float[] pixels) {
        if (gamma.isExact()) {
            return new Curvature(curvature.exact(pixels, 1)[0], null);
        }
        GammaEstimate estimate = curvature.estimate(pixels, 1, SEED, 0, gamma.probes())[0];
        return new Curvature(estimate.mean(), estimate.standardError());
    }

    /** Frees native memory. */
    @Override
    public void close() {
        if (curvature != null) {
            curvature.close();
        }
        network.close();
    }
}
