package org.penumbra.confidence;

/**
 * The settings of the confidence where nobody chose others: the same in every lab, in every command and in the experiments.
 *
 * <table>
 * <caption>Why they are what they are; decision 18 has the figures</caption>
 * <tr><th>setting</th><th>default</th><th>reason</th></tr>
 * <tr><td>tau</td><td>0.9</td><td>the lower of the paper's two thresholds: an answer of which nine in ten parts are sure</td></tr>
 * <tr><td>kappa</td><td>1</td><td>strict: what errs more than the oddest hundredth of the held-out images is refused. Larger
 * values accept more that was never learnt, and the price of this one, a point or two of accuracy, is shown wherever kappa
 * can be set</td></tr>
 * <tr><td>beta</td><td>2</td><td>the paper's for the plane, where curvature matters; on images of digits gamma is near -1, so
 * Gamma is 1 and beta changes nothing</td></tr>
 * <tr><td>Gamma</td><td>left out where it is not computed anyway</td><td>gamma of one image takes some hundred times as long
 * as its answer, and Gamma can only lower a score: an attack that succeeds without it has the easier task, so the victims
 * look no better than they are</td></tr>
 * </table>
 */
public final class Defaults {

    /** Threshold on the scaled outputs. */
    public static final double TAU = 0.9;
    /** Allowance of the calibration. */
    public static final double KAPPA = 1;
    /** Sensitivity to positive curvature, where gamma is computed. */
    public static final double BETA = 2;
    /** The beta that leaves Gamma out. */
    public static final double WITHOUT_GAMMA = 0;

    private Defaults() {}
}
