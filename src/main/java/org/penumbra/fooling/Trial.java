package org.penumbra.fooling;

/**
 * Where one trial stands, or how it ended.
 *
 * @param number      from 0
 * @param target      the class to be faked
 * @param outcome     whether it goes on
 * @param steps       steps (or generations) taken to the image that fooled, or so far
 * @param score       what is held against the victim's {@link org.penumbra.fooling.victim.Threshold} for the image seen
 *                    last: {@code y~} of the target, in which with beta above 0 Gamma is only where it would reach tau
 *                    without; or an acceptance
 * @param bestScore   the highest so far; like the next three NaN before the victim has seen an image
 * @param probability {@code y} of the target for the best image
 * @param confidence  {@code c~} (without Gamma) of the best image, or the factor another detector puts on all scores; 1
 *                    where there is none
 * @param error       {@code ||r(x) - x||} of the best image; NaN without a decoder
 * @param image       D numbers, the best image; a copy
 */
public record Trial(
        int number,
        int target,
        Outcome outcome,
        int steps,
        double score,
        double bestScore,
        double probability,
        double confidence,
        double error,
        float[] image) {

    /** How it stands with a trial. */
    public enum Outcome {
        /** It has steps left. */
        RUNNING,
        /** It reached the victim's threshold. */
        FOOLED,
        /** It did not within the steps allowed. */
        FAILED
    }
}
