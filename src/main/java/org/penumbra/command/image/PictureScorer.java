package org.penumbra.command.image;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.command.image.PictureAnswer.Curvature;
import org.penumbra.command.option.GammaChoice;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;
import org.penumbra.net.OverflowException;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.PixelCurvature;

/** A model that answers for one picture after the other. */
final class PictureScorer implements AutoCloseable {

    /** Of the probes that estimate gamma, so that a picture's figures stay the same. */
    private static final long SEED = 1;

    private final ImageModel model;
    private final Fitted fitted;
    private final double tau;
    private final GammaChoice gamma;
    private final List<NamedDetector> detectors;
    private final Double given;
    private final Set<Evidence.Part> needs;
    private final ImageClassifier network;
    private final PixelCurvature curvature;

    /**
     * @param fitted what says "I don't know" of the model's outputs
     * @param tau    threshold, in (0, 1]
     * @param gamma  how to compute it, or null for not at all
     * @param others detectors that are asked besides
     * @param given  threshold for all of these, or null for the usual one of each
     */
    PictureScorer(
            ImageModel model, Fitted fitted, double tau, GammaChoice gamma, List<NamedDetector> others, Double given) {
        detectors = others;
        this.given = given;
        needs = EnumSet.copyOf(fitted.needs());
        others.forEach(other -> needs.addAll(other.fitted().needs()));
        this.model = model;
        this.fitted = fitted;
        this.tau = tau;
        this.gamma = gamma;
        network = model.network();
        curvature = gamma == null ? null : network.curvature();
    }

    /**
     * Answers for one picture.
     *
     * @param name   of its file
     * @param pixels 784, 0 (background) to 1 (ink)
     */
    PictureAnswer answer(String name, float[] pixels) {
        Evidence evidence = network.evidence(pixels, 1, needs);
        Curvature bend = gamma == null ? null : curvature(pixels);
        if (bend != null) {
            OverflowException.requireFinite("gamma", bend.value());
        }
        Evidence whole = bend == null ? evidence : evidence.withGamma(new double[] {bend.value()});
        Verdict verdict = fitted.verdict(whole, 0, tau);
        Double error = model.doubts() ? (double) evidence.errors()[0] : null;
        return new PictureAnswer(
                name,
                model.classes(),
                evidence.scores(),
                verdict,
                error,
                bend,
                detectors.stream()
                        .map(other -> DetectorFigures.of(other, whole, model.classes(), given))
                        .toList());
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
