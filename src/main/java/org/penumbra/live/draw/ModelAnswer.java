package org.penumbra.live.draw;

import java.util.Optional;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;

/**
 * What one model says of one image. It carries the error and gamma, not the confidence, so that alpha, beta and tau are
 * moved without the network.
 *
 * @param model          who answers
 * @param said           all it says of the image, which is the only row: inputs, logits, scores, code and, with a decoder, the
 *                       error; gamma is not among it
 * @param reconstruction r(x), 784 pixels, or empty without a decoder
 * @param gamma          the estimate so far; empty without a decoder and while there is none yet
 * @param gammaDue       whether a better estimate of gamma is on its way
 */
public record ModelAnswer(
        ImageModel model, Evidence said, float[] reconstruction, Optional<GammaEstimate> gamma, boolean gammaDue) {

    /** y, one number a class, each 0 to 1. */
    public float[] scores() {
        return said.scores();
    }

    /** {@code ||r(x) - x||}, at least 0; NaN without a decoder. */
    public double error() {
        return said.errors().length == 0 ? Double.NaN : said.errors()[0];
    }

    /** Everything that is known so far, gamma included, as evidence of one input. */
    public Evidence evidence() {
        return said.withGamma(gamma.map(known -> new double[] {known.mean()}).orElse(new double[0]));
    }

    /** The same with a better gamma, or with the news that no better one will come. */
    ModelAnswer with(Optional<GammaEstimate> better, boolean due) {
        return new ModelAnswer(model, said, reconstruction, better, due);
    }
}
