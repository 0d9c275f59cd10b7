package org.penumbra.detector.tail;

import java.util.Arrays;

/**
 * The Weibull distribution of the outermost of some scores, in the frame of meta-recognition (Scheirer, Rocha, Micheals and
 * Boult, "Meta-Recognition: The Theory and Practice of Recognition Score Analysis", PAMI 2011): the scores are turned so that
 * the tail is that of large values, and moved so that the least of the tail lies at {@code translate}. More than that inside
 * the tail's rim the distribution is 0.
 *
 * <p>A translate of 1 is what the method's later programs take; earlier ones took 10 000, which makes the shape ten thousands
 * and the lower end meaningless. It is in the units of the score.
 *
 * @param sign      1 for a tail of large values, -1 for one of small values
 * @param translate where the least of the tail is moved to, above 0, units of the score
 * @param least     the least of the tail's turned scores
 * @param weibull   of the moved scores
 */
public record WeibullTail(int sign, double translate, double least, Weibull weibull) {

    public WeibullTail {
        if (Math.abs(sign) != 1) {
            throw new IllegalArgumentException("sign of a tail: expected 1 or -1, but got " + sign);
        }
        if (!(translate > 0 && Double.isFinite(translate) && Double.isFinite(least))) {
            throw new IllegalArgumentException(
                    "tail: expected finite numbers and a translate above 0, but got " + translate + " and " + least);
        }
    }

    /**
     * Fits the tail.
     *
     * @param scores of which the outermost are taken
     * @param size   how many, at least 2; all where there are fewer
     * @throws IllegalArgumentException when they are too few, all equal or no numbers
     */
    public static WeibullTail fit(double[] scores, int size, int sign, double translate) {
        double[] turned = new double[scores.length];
        Arrays.setAll(turned, i -> sign * scores[i]);
        Arrays.sort(turned);
        double[] tail = Arrays.copyOfRange(turned, Math.max(0, turned.length - size), turned.length);
        if (tail.length < 2) {
            throw new IllegalArgumentException("tail: expected at least 2 values, but got " + tail.length);
        }
        double least = tail[0];
        double[] moved = new double[tail.length];
        // In this order, as the reference has it: the digits of a huge translate would hide those of the score.
        Arrays.setAll(moved, i -> tail[i] + translate - least);
        return new WeibullTail(sign, translate, least, Weibull.fit(moved));
    }

    /** The share of the tail that lies farther in than a score, 0 to 1. */
    public double beyond(double score) {
        return weibull.below(sign * score + translate - least);
    }

    /** 1 less {@link #beyond}. */
    public double within(double score) {
        return weibull.above(sign * score + translate - least);
    }

    /** The score that so large a share of the tail lies farther in than, for a share in [0, 1). */
    public double at(double share) {
        return sign * (weibull.at(share) - translate + least);
    }
}
