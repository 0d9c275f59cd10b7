package org.penumbra.fooling.victim;

import java.util.Arrays;
import java.util.Set;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Cores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputGradient;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageShape;
import org.penumbra.net.image.PixelCurvature;
import org.penumbra.net.image.PixelGradient;

/**
 * One of the image networks with a fitted detector as a victim: the softmax of the CNN, the products of COOL, the scaled
 * outputs of an autoencoder, or whatever else says "I don't know" of its outputs.
 *
 * <p>The gradient is the detector's at the network's outputs, carried through the network by its backward pass. A detector
 * that counts gamma, which takes long, is asked about it exactly for every image that would reach tau without it.
 */
public final class ImageVictim implements Victim {

    /** Images answered at once, which bounds the memory. */
    private static final int CHUNK = 1000;

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageClassifier network;
    private final Fitted fitted;
    private final int parts;
    private final FittedScores scores;
    private final Set<Evidence.Part> needs;
    private PixelGradient gradient;
    private PixelCurvature curvature;

    /**
     * @param network its weights are read at each call; it stays the caller's, to be closed after this
     * @param fitted  what judges its outputs; must not need errors of a network without a decoder
     */
    public ImageVictim(ImageClassifier network, Fitted fitted) {
        this(network, fitted, Cores.count());
    }

    /**
     * The same, with gradients whose last bits do not depend on how many cores there are.
     *
     * @param parts that a batch is cut into, at least 1
     */
    public ImageVictim(ImageClassifier network, Fitted fitted, int parts) {
        ImageShape shape = network.shape();
        if (fitted.needs().contains(Evidence.Part.ERRORS) && !shape.reconstructs()) {
            throw new IllegalArgumentException(
                    fitted.about().name() + ": expected a network with a decoder, but this one has none");
        }
        this.network = network;
        this.fitted = fitted;
        this.parts = parts;
        needs = fitted.needs();
        scores = new FittedScores(fitted, shape.classes(), shape.omega());
    }

    @Override
    public int dimensions() {
        return PIXELS;
    }

    @Override
    public int classes() {
        return network.shape().classes();
    }

    @Override
    public boolean hasGradient() {
        return fitted.hasGradient();
    }

    @Override
    public Threshold threshold(double tau) {
        return scores.threshold(tau);
    }

    @Override
    public Judgement judge(float[] inputs, int[] targets, int count) {
        Judgement judgement = scores.emptyJudgement(count);
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            float[] chunk = from == 0 ? inputs : Arrays.copyOfRange(inputs, from * PIXELS, (from + rows) * PIXELS);
            scores.judge(network.evidence(chunk, rows, needs), targets, from, judgement);
        }
        return judgement;
    }

    @Override
    public Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
        if (gradient == null) {
            gradient = network.gradient(parts);
        }
        InputGradient slopes = gradient.of(inputs, count, fitted.objective(targets));
        Judgement judgement = scores.emptyJudgement(count, slopes.gradients());
        scores.judge(scores.complete(slopes.evidence(PIXELS, classes()), inputs), targets, 0, judgement);
        return judgement;
    }

    @Override
    public double constantFactor(float[] inputs, int row) {
        if (!scores.wantsGamma()) {
            return 1;
        }
        if (curvature == null) {
            curvature = network.curvature();
        }
        float[] image = Arrays.copyOfRange(inputs, row * PIXELS, (row + 1) * PIXELS);
        return scores.gammaFactor(network.evidence(image, 1, needs), curvature.exact(image, 1)[0]);
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
