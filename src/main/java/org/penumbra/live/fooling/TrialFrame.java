package org.penumbra.live.fooling;

import org.penumbra.fooling.Trial;

/**
 * What a trial shows at one moment: its image, and what the victim says of just this image. Arrays are not to be written
 * to.
 *
 * @param number         of the trial, from 0
 * @param target         the class to be faked
 * @param outcome        whether it goes on
 * @param steps          steps (or generations) that led to the image
 * @param image          784 pixels, 0 to 1
 * @param scores         y, one number a class
 * @param reconstruction r(x), 784 pixels, or empty without a decoder
 * @param error          ||r(x) - x||; NaN without a decoder
 * @param confidence     c~ in [0, 1], Gamma included where the target's score would reach tau without it; the factor that
 *                       another detector puts on all scores; 1 where there is none
 * @param answers        whether the target is the detector's answer
 * @param acceptance     the detector's, in [0, 1], without Gamma
 * @param score          what is held against the victim's threshold: y~ of the target, or the acceptance of the answer
 */
public record TrialFrame(
        int number,
        int target,
        Trial.Outcome outcome,
        int steps,
        float[] image,
        float[] scores,
        float[] reconstruction,
        double error,
        double confidence,
        boolean answers,
        double acceptance,
        double score) {

    /** y of the target. */
    public double probability() {
        return scores[target];
    }
}
