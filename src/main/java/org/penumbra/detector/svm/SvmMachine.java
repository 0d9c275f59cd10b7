package org.penumbra.detector.svm;

/**
 * A trained support vector machine as plain values, {@code f(x) = sum_i a_i K(x_i, x) - rho}.
 *
 * @param support      which rows its support vectors are, ascending, of the rows it belongs to
 * @param coefficients a_i, one for each; for a binary machine with the sign of its class
 * @param rho          what is taken off
 */
public record SvmMachine(int[] support, double[] coefficients, double rho) {

    public SvmMachine {
        if (support.length != coefficients.length) {
            throw new IllegalArgumentException(
                    support.length + " support vectors, but " + coefficients.length + " coefficients");
        }
    }

    /** Support vectors of the class itself, those whose coefficient is above a number of at least 0. */
    public int positives(double least) {
        int count = 0;
        for (double coefficient : coefficients) {
            count += coefficient > least ? 1 : 0;
        }
        return count;
    }

    /** Support vectors of the others, those whose coefficient is below minus a number of at least 0. */
    public int negatives(double least) {
        int count = 0;
        for (double coefficient : coefficients) {
            count += coefficient < -least ? 1 : 0;
        }
        return count;
    }
}
