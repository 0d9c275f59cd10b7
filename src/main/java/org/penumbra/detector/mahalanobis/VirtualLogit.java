package org.penumbra.detector.mahalanobis;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Virtual-logit matching, ViM: how much of a code f lies outside the directions in which training codes spread most, as a
 * logit of one more class, against the logits {@code W f + b} of the others. Source: Wang, Li, Feng and Zhang, "ViM:
 * Out-Of-Distribution with Virtual-logit Matching", CVPR 2022.
 *
 * <p>It needs the class head's W and b, which no {@link org.penumbra.net.Evidence} has, so it is a computation for experiments
 * and no detector of the catalogue.
 *
 * @param weights   W, K x D
 * @param bias      b, K
 * @param origin    D, {@code u = -pinv(W) b}: where all logits are 0, as nearly as can be
 * @param principal the leading eigenvectors of {@code mean((f - u) (f - u)')} over training codes, each D long, uncentred
 * @param alpha     mean largest training logit by mean training residual, so that the virtual logit has the size of the others
 */
public record VirtualLogit(double[][] weights, double[] bias, double[] origin, double[][] principal, double alpha) {

    /**
     * Of training codes.
     *
     * @param weights   W, K x D
     * @param bias      b, K
     * @param codes     n x D, at least one
     * @param principal directions that count as known, 1 to D - 1; the authors take 1000 of 2048, our choice for 400 is 200
     * @throws IllegalArgumentException when training codes have nothing outside the principal directions
     */
    public static VirtualLogit of(double[][] weights, double[] bias, double[][] codes, int principal) {
        int width = weights[0].length;
        if (principal < 1 || principal >= width) {
            throw new IllegalArgumentException(
                    "principal directions: expected 1 to " + (width - 1) + " of " + width + ", but got " + principal);
        }
        RealMatrix inverse = new SingularValueDecomposition(new Array2DRowRealMatrix(weights))
                .getSolver()
                .getInverse();
        double[] origin = inverse.operate(bias);
        for (int i = 0; i < width; i++) {
            origin[i] = -origin[i];
        }
        // Eigenvalues come in descending order.
        EigenDecomposition spread = new EigenDecomposition(secondMoments(codes, origin));
        double[][] directions = new double[principal][];
        for (int i = 0; i < principal; i++) {
            directions[i] = spread.getEigenvector(i).toArray();
        }
        VirtualLogit unscaled = new VirtualLogit(weights, bias, origin, directions, 1);
        double logit = 0;
        double residual = 0;
        for (double[] code : codes) {
            logit += largest(unscaled.logits(code)) / codes.length;
            residual += unscaled.residual(code) / codes.length;
        }
        if (!(residual > 0)) {
            throw new IllegalArgumentException("training codes: expected some part outside " + principal
                    + " principal directions, but found none; take fewer directions");
        }
        return new VirtualLogit(weights, bias, origin, directions, logit / residual);
    }

    private static RealMatrix secondMoments(double[][] codes, double[] origin) {
        int width = origin.length;
        double[][] sums = new double[width][width];
        double[] away = new double[width];
        for (double[] code : codes) {
            for (int i = 0; i < width; i++) {
                away[i] = code[i] - origin[i];
            }
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    sums[i][j] += away[i] * away[j] / codes.length;
                }
            }
        }
        return new Array2DRowRealMatrix(sums, false);
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** {@code W f + b}, K. */
    public double[] logits(double[] code) {
        double[] logits = bias.clone();
        for (int c = 0; c < logits.length; c++) {
            for (int i = 0; i < code.length; i++) {
                logits[c] += weights[c][i] * code[i];
            }
        }
        return logits;
    }

    /** The length of the part of {@code f - u} outside the principal directions. */
    public double residual(double[] code) {
        double[] rest = new double[code.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = code[i] - origin[i];
        }
        for (double[] direction : principal) {
            double along = 0;
            for (int i = 0; i < rest.length; i++) {
                along += direction[i] * rest[i];
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= along * direction[i];
            }
        }
        double squares = 0;
        for (double number : rest) {
            squares += number * number;
        }
        return Math.sqrt(squares);
    }

    /** {@code ln sum_c exp(v_c) - alpha * residual}, larger for what is better known. */
    public double score(double[] code) {
        double[] logits = logits(code);
        double largest = largest(logits);
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return largest + Math.log(sum) - alpha * residual(code);
    }
}
