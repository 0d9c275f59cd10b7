package org.penumbra.fooling;

import java.util.Arrays;
import org.penumbra.confidence.Confidence;
import org.penumbra.net.InputGradient;
import org.penumbra.net.image.ImageCurvature;
import org.penumbra.net.image.ImageGradient;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;

/**
 * One of the image networks as a victim: the softmax of the CNN, the products of COOL, or the scaled outputs of an
 * autoencoder.
 *
 * <p>The gradient of {@code ln y~_t = ln y_t - alpha / D * e(x) + ln Gamma(x)} goes through y and through both ways on which
 * the reconstruction error {@code e = ||r(x) - x||} depends on x. <em>Gamma is treated as a constant</em>: its slope would
 * take second derivatives of the network, and those of a ReLU network are 0 almost everywhere. With beta above 0 Gamma
 * counts where an attack succeeds or not: it is computed exactly for every image that would reach tau without it.
 */
public final class ImageVictim implements Victim {

    /** Images answered at once, which bounds the memory. */
    private static final int CHUNK = 1000;

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageNetwork network;
    private final double beta;
    private final ScaledScores scores;
    private ImageGradient gradient;
    private ImageCurvature curvature;

    /**
     * @param network its weights are read at each call; it stays the caller's, to be closed after this
     * @param alpha   sensitivity to the reconstruction error, at least 0; must be 0 without a decoder
     * @param beta    sensitivity to positive curvature, at least 0; must be 0 without a decoder
     */
    public ImageVictim(ImageNetwork network, double alpha, double beta) {
        ImageSettings settings = network.settings();
        if (!(alpha >= 0 && beta >= 0 && Double.isFinite(alpha) && Double.isFinite(beta))) {
            throw new IllegalArgumentException(
                    "alpha and beta: expected finite numbers of at least 0, but got " + alpha + " and " + beta);
        }
        if (!settings.architecture().reconstructs() && (alpha != 0 || beta != 0)) {
            throw new IllegalArgumentException("alpha and beta: expected 0 for "
                    + settings.architecture().id() + ", which has no decoder, but got " + alpha + " and " + beta);
        }
        this.network = network;
        this.beta = beta;
        scores = new ScaledScores(settings.classes(), settings.omega(), PIXELS, alpha);
    }

    @Override
    public int dimensions() {
        return PIXELS;
    }

    @Override
    public int classes() {
        return network.settings().classes();
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    @Override
    public Judgement judge(float[] inputs, int[] targets, int count) {
        Judgement judgement = scores.emptyJudgement(count);
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            ImageResponse response = network.respond(
                    from == 0 ? inputs : Arrays.copyOfRange(inputs, from * PIXELS, (from + rows) * PIXELS), rows);
            scores.judge(response.logits(), response.errors(), targets, from, rows, judgement);
        }
        return judgement;
    }

    @Override
    public Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
        if (gradient == null) {
            gradient = new ImageGradient(network);
        }
        InputGradient slopes = gradient.of(inputs, count, scores.objective(targets));
        Judgement judgement = scores.emptyJudgement(count, slopes.gradients());
        scores.judge(slopes.logits(), slopes.errors(), targets, 0, count, judgement);
        return judgement;
    }

    @Override
    public double constantFactor(float[] inputs, int row) {
        if (beta == 0) {
            return 1;
        }
        if (curvature == null) {
            curvature = new ImageCurvature(network);
        }
        float[] image = Arrays.copyOfRange(inputs, row * PIXELS, (row + 1) * PIXELS);
        return Confidence.curvatureFactor(curvature.exact(image, 1)[0], beta);
    }

    /** Frees what this made, not the network. */
    @Override
    public void close() {
        if (gradient != null) {
            gradient.close();
        }
        if (curvature != null) {
            curvature.close();
        }
    }
}
