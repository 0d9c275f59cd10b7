package org.penumbra.detector.svm;

import org.penumbra.detector.tail.WeibullTail;

/**
 * What turns the decisions of a class's two machines into probabilities: three Weibull tails. The paper calls the first a
 * Weibull and the second a reverse Weibull distribution, by the side of the boundary that the data lie on; computed is in both
 * programs what stands here.
 *
 * @param inclusion of the class's lowest decisions against the others: P_eta
 * @param exclusion of the others' highest decisions: P_psi
 * @param near      of the class's lowest decisions at its boundary: P_O
 */
public record WSvmTails(WeibullTail inclusion, WeibullTail exclusion, WeibullTail near) {

    /** Where the rim of a tail is put, units of the decision: as later programs have it. */
    public static final double TRANSLATE = 1;
    /** Of fewer values no tail is fitted. */
    static final int LEAST = 3;

    private static final double SHARE = 1.5;

    /** P_eta, how likely an input of decision f is of the class by the class's own, 0 to 1; it rises with f. */
    public double included(double f) {
        return inclusion.within(f);
    }

    /** P_psi, how likely it is none of the others by theirs, 0 to 1; it rises with f. */
    public double notOthers(double f) {
        return exclusion.beyond(f);
    }

    /** P_O, how likely an input of decision f_o at the class's boundary lies near the class at all, 0 to 1; it rises. */
    public double near(double f) {
        return near.within(f);
    }

    /**
     * Fits the three.
     *
     * @param own      decisions of the class's inputs against the others
     * @param others   decisions of the others
     * @param boundary decisions of the class's inputs at its boundary
     * @param sizes    of the tails
     * @throws IllegalArgumentException when a tail cannot be fitted; it says which
     */
    public static WSvmTails fit(double[] own, double[] others, double[] boundary, Sizes sizes) {
        return new WSvmTails(
                tail("the class's lowest decisions against the others", own, sizes.own(), -1),
                tail("the others' highest decisions", others, sizes.others(), 1),
                tail("the class's lowest decisions at its boundary", boundary, sizes.boundary(), -1));
    }

    private static WeibullTail tail(String what, double[] decisions, int size, int sign) {
        try {
            if (decisions.length < LEAST) {
                throw new IllegalArgumentException(
                        "tail: expected at least " + LEAST + " values, but got " + decisions.length);
            }
            return WeibullTail.fit(decisions, size, sign, TRANSLATE);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(what + ", " + wrong.getMessage(), wrong);
        }
    }

    /**
     * How many decisions each tail takes.
     *
     * @param own      of the class's lowest against the others
     * @param others   of the others' highest
     * @param boundary of the class's lowest at its boundary
     */
    public record Sizes(int own, int others, int boundary) {

        /**
         * By the number of support vectors, as the authors' program has it: half as many again, or just as many where that
         * would be the whole class, or no more than 3; the others' are shared among the other classes. Where that leaves fewer
         * than 3, as it does for classes that lie far apart, 3 are taken: a choice of ours, as the program refuses them.
         *
         * @param positive support vectors of the class against the others
         * @param negative support vectors of the others
         * @param boundary support vectors of the class's boundary
         * @param own      inputs of the class
         * @param others   inputs of the others
         * @param classes  k, at least 2
         */
        static Sizes of(int positive, int negative, int boundary, int own, int others, int classes) {
            int first = (int) (SHARE * positive);
            first = first >= own || first <= LEAST ? positive : first;
            int second = (int) (SHARE * negative / (classes - 1));
            second = second >= others ? negative / (classes - 1) : second;
            second = second <= LEAST ? negative : second;
            int third = (int) (SHARE * boundary);
            third = third >= own ? boundary : third;
            return new Sizes(Math.max(LEAST, first), Math.max(LEAST, second), Math.max(LEAST, third));
        }
    }
}
