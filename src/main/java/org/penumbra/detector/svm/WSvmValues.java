package org.penumbra.detector.svm;

/**
 * All that a W-SVM computes of some inputs, each n x classes, row-major.
 *
 * @param count     n
 * @param classes   k
 * @param decisions f, of the class against the others
 * @param boundary  f_o, at the boundary of the class
 * @param included  P_eta
 * @param notOthers P_psi
 * @param near      P_O
 * @param iota      whether P_O is above delta_tau
 */
public record WSvmValues(
        int count,
        int classes,
        double[] decisions,
        double[] boundary,
        double[] included,
        double[] notOthers,
        double[] near,
        boolean[] iota) {

    static WSvmValues empty(int count, int classes) {
        int all = count * classes;
        return new WSvmValues(
                count,
                classes,
                new double[all],
                new double[all],
                new double[all],
                new double[all],
                new double[all],
                new boolean[all]);
    }

    /** P_eta P_psi, before iota. */
    public double product(int row, int label) {
        return included[row * classes + label] * notOthers[row * classes + label];
    }

    /** iota P_eta P_psi, the score of a class, 0 to 1. */
    public double score(int row, int label) {
        return iota[row * classes + label] ? product(row, label) : 0;
    }

    /** The class with the highest score; where all are 0, the one that the input lies the nearest to. */
    public int likeliest(int row) {
        int best = 0;
        for (int label = 1; label < classes; label++) {
            double difference = score(row, label) - score(row, best);
            boolean nearer = near[row * classes + label] > near[row * classes + best];
            best = difference > 0 || difference == 0 && nearer ? label : best;
        }
        return best;
    }
}
