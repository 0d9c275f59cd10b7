package org.penumbra.live.draw;

import java.util.Optional;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * What one model says of one image. It carries the error and gamma, not the confidence, so that alpha, beta and tau are
 * moved without the network.
 *
 * @param model          who answers
 * @param scores         y, one number a class, each 0 to 1
 * @param reconstruction r(x), 784 pixels, or empty without a decoder
 * @param error          ||r(x) - x||, at least 0; NaN without a decoder
 * @param gamma          the estimate so far; empty without a decoder and while there is none yet
 * @param gammaDue       whether a better estimate of gamma is on its way
 */
public record ModelAnswer(
        ImageModel model,
        float[] scores,
        float[] reconstruction,
        double error,
        Optional<GammaEstimate> gamma,
        boolean gammaDue) {

    /** Scores, error and gamma, as far as they are known, as evidence of one input. */
    public Evidence evidence() {
        return Evidence.of(1, ImageSettings.PIXELS, scores.length)
                .withOutputs(new float[0], scores)
                .withErrors(Double.isNaN(error) ? new float[0] : new float[] {(float) error})
                .withGamma(gamma.map(known -> new double[] {known.mean()}).orElse(new double[0]));
    }
}
