package org.penumbra.live.draw;

import java.util.Optional;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.ImageModel;

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
        boolean gammaDue) {}
