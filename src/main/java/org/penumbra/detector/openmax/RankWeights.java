package org.penumbra.detector.openmax;

import java.util.Locale;

/** How much of an activation its rank lets the tail take, where rank 1 is the largest of alpha that are revised. */
public enum RankWeights {
    /** {@code (alpha + 1 - i) / alpha} at rank i, as the authors' program has it: 1 for the largest. */
    CODE(1),
    /** {@code (alpha - i) / alpha}, as the paper prints it: the last of the alpha is never revised, alpha = 1 does nothing. */
    PAPER(0);

    private final int more;

    RankWeights(int more) {
        this.more = more;
    }

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a rank from 1 to alpha. */
    public double of(int rank, int alpha) {
        return (double) (alpha + more - rank) / alpha;
    }
}
