package org.penumbra.detector.svm;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the near and the far plane of a class: the pair of distinct training scores with the least {@link SlabRisk}; of pairs
 * with the same risk the narrower, then the lower. Source: the released program of Scheirer et al. (PAMI 2013), whose risk this
 * is; its greedy search and its count, which leaves out the highest score, are not ours.
 */
final class SlabSearch {

    /** So many distinct scores are searched pair by pair, {@code n^2 / 2} of them; more by turns. */
    static final int MOST_EXACT = 10_000;

    private static final double SLACK = 1e-9;

    private final double beta;
    /** Distinct scores, ascending. */
    private final double[] values;
    /** Of the class at each value, of the others, and of each below it. */
    private final int[] own;

    private final int[] others;
    private final int[] ownBelow;
    private final int[] othersBelow;
    private final double needed;
    private final int lowest;
    private final int highest;

    private double best = Double.POSITIVE_INFINITY;
    private int bestNear = -1;
    private int bestFar = -1;

    /**
     * @param scores   of the training inputs at the class's machine, finite
     * @param positive whether each is of the class; at least one is
     * @param beta     weight of recall against precision
     * @throws IllegalArgumentException when all scores are the same
     */
    SlabSearch(double[] scores, boolean[] positive, double beta) {
        this.beta = beta;
        values = Arrays.stream(scores).distinct().sorted().toArray();
        if (values.length < 2) {
            throw new IllegalArgumentException(
                    "expected decisions that differ, but those of all " + scores.length + " known inputs are the same");
        }
        own = new int[values.length];
        others = new int[values.length];
        for (int i = 0; i < scores.length; i++) {
            (positive[i] ? own : others)[Arrays.binarySearch(values, scores[i])]++;
        }
        ownBelow = below(own);
        othersBelow = below(others);
        lowest = IntStream.range(0, own.length).filter(i -> own[i] > 0).min().orElseThrow();
        highest = IntStream.range(0, own.length).filter(i -> own[i] > 0).max().orElseThrow();
        needed = SlabRisk.width(values[lowest], values[highest]);
    }

    private static int[] below(int[] counts) {
        int[] below = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            below[i + 1] = below[i] + counts[i];
        }
        return below;
    }

    /** The planes, by the search that their number allows. */
    SlabPlanes planes() {
        return values.length <= MOST_EXACT ? exact() : byTurns();
    }

    /** The best of all pairs. Those whose width alone makes them worse than the best so far are passed over. */
    SlabPlanes exact() {
        consider(Math.min(lowest, values.length - 2), Math.max(highest, Math.min(lowest, values.length - 2) + 1));
        for (int near = 0; near < values.length - 1; near++) {
            // The widths' part of the risk is at least 1 + ratio, that of F at least 2.
            double ratio = best - 3 + SLACK;
            double narrowest = needed / ratio;
            // Narrower than the least width counts as that.
            int far = narrowest <= SlabRisk.LEAST_WIDTH ? near + 1 : first(values[near] + narrowest, near + 1);
            double widest = values[near] + needed * ratio;
            for (; far < values.length && values[far] <= widest; far++) {
                consider(near, far);
            }
        }
        return found();
    }

    private int first(double value, int from) {
        int at = Arrays.binarySearch(values, value);
        // A little earlier, as the width is rounded; a pair too many does no harm.
        return Math.max(from, (at < 0 ? -at - 1 : at) - 1);
    }

    /**
     * From the extremes of the class, the best near plane for the far one, then the best far plane for the near one, until
     * neither moves: a local optimum, which need not be the best of all.
     */
    SlabPlanes byTurns() {
        consider(Math.min(lowest, values.length - 2), Math.max(highest, Math.min(lowest, values.length - 2) + 1));
        double before;
        do {
            before = best;
            int far = bestFar;
            for (int near = 0; near < far; near++) {
                consider(near, far);
            }
            int near = bestNear;
            for (far = near + 1; far < values.length; far++) {
                consider(near, far);
            }
        } while (best < before);
        return found();
    }

    private void consider(int near, int far) {
        int inside = ownBelow[far + 1] - ownBelow[near];
        int strangers = othersBelow[far + 1] - othersBelow[near];
        int outside = ownBelow[values.length] - inside;
        double width = SlabRisk.width(values[near], values[far]);
        double risk = SlabRisk.risk(width, needed, SlabRisk.f(inside, strangers, outside, beta));
        if (risk < best || risk == best && isBefore(near, far)) {
            best = risk;
            bestNear = near;
            bestFar = far;
        }
    }

    private boolean isBefore(int near, int far) {
        double width = values[far] - values[near];
        double bestWidth = values[bestFar] - values[bestNear];
        return width < bestWidth || width == bestWidth && near < bestNear;
    }

    private SlabPlanes found() {
        return new SlabPlanes(values[bestNear], values[bestFar], nearStep(), farStep(), needed, best);
    }

    /** Towards the negative below, or outwards where nothing is below. */
    private double nearStep() {
        if (own[bestNear] > 0 && bestNear == 0) {
            return needed / 2;
        }
        if (own[bestNear] > 0 && others[bestNear - 1] > 0) {
            return (values[bestNear] - values[bestNear - 1]) / 2;
        }
        return 0;
    }

    /** Outwards where nothing is above, or negatives are above and a positive higher still. */
    private double farStep() {
        boolean top = bestFar == values.length - 1;
        boolean over = !top && own[bestFar] > 0 && others[bestFar + 1] > 0 && highest > bestFar;
        return top || over ? needed / 2 : 0;
    }
}
