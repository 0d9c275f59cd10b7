package org.penumbra.detector.svm;

/**
 * How good two planes are for a class, by its training scores.
 *
 * @param truePositives  inputs of the class between the planes
 * @param falsePositives inputs of other classes between them
 * @param falseNegatives inputs of the class outside
 * @param precision      share of the class among what lies between them; 0 where nothing does
 * @param recall         share of the class that lies between them
 * @param fMeasure       F_beta of both, 0 to 1
 * @param generalisation {@code max(1, w/d+)}, for a slab wider than the class needs
 * @param specialisation {@code max(1, d+/w)}, for one that is narrower
 * @param openSpace      {@code w/d+ + d+/w}, the open-space risk of the slab, at least 2
 * @param risk           {@code generalisation + specialisation + 2/F_beta}, what the search makes small; huge where F is 0
 */
public record SlabRisk(
        int truePositives,
        int falsePositives,
        int falseNegatives,
        double precision,
        double recall,
        double fMeasure,
        double generalisation,
        double specialisation,
        double openSpace,
        double risk) {

    /** Widths count as at least so much, so that none is divided by 0; units of the score. */
    static final double LEAST_WIDTH = 1e-4;

    private static final double HOPELESS = 1e99;

    /**
     * The risk of two planes.
     *
     * @param scores   of the training inputs at the class's machine
     * @param positive whether each is of the class; at least one is
     * @param near     the plane towards the other classes
     * @param far      the plane beyond the class
     * @param beta     weight of recall against precision in the F-measure, above 0
     */
    public static SlabRisk of(double[] scores, boolean[] positive, double near, double far, double beta) {
        int inside = 0;
        int strangers = 0;
        int outside = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            boolean within = scores[i] >= near && scores[i] <= far;
            if (positive[i]) {
                least = Math.min(least, scores[i]);
                most = Math.max(most, scores[i]);
                inside += within ? 1 : 0;
                outside += within ? 0 : 1;
            } else {
                strangers += within ? 1 : 0;
            }
        }
        return of(inside, strangers, outside, width(near, far), width(least, most), beta);
    }

    private static SlabRisk of(int inside, int strangers, int outside, double width, double needed, double beta) {
        double precision = inside == 0 ? 0 : (double) inside / (inside + strangers);
        double recall = inside == 0 ? 0 : (double) inside / (inside + outside);
        double f = f(inside, strangers, outside, beta);
        double wide = Math.max(1, width / needed);
        double narrow = Math.max(1, needed / width);
        return new SlabRisk(
                inside,
                strangers,
                outside,
                precision,
                recall,
                f,
                wide,
                narrow,
                width / needed + needed / width,
                risk(width, needed, f));
    }

    /** From one score to another, at least {@link #LEAST_WIDTH}. */
    static double width(double from, double to) {
        return Math.max(to - from, LEAST_WIDTH);
    }

    /** F_beta of counts, {@code (1 + b^2) PR / (b^2 P + R)} without the detour over precision P and recall R. */
    static double f(int inside, int strangers, int outside, double beta) {
        double square = beta * beta;
        double weighed = (1 + square) * inside;
        return inside == 0 ? 0 : weighed / (weighed + square * outside + strangers);
    }

    /** The risk of a slab by its width, the width that the class needs, and F. */
    static double risk(double width, double needed, double f) {
        return Math.max(1, width / needed) + Math.max(1, needed / width) + (f == 0 ? HOPELESS : 2 / f);
    }
}
