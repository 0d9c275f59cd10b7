package org.penumbra.fooling;

import java.util.Arrays;
import org.penumbra.confidence.Confidence;
import org.penumbra.net.InputGradient;
import org.penumbra.net.plane.DenseGradient;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.PlaneResponse;

/**
 * A fully connected network as a victim, such as those of the plane: its scaled outputs, with Gamma treated as a constant by
 * the gradient as {@link ImageVictim} does. {@link #fullLogScores} has Gamma in it, for slopes by differences.
 */
public final class DenseVictim implements Victim {

    private final DenseNetwork network;
    private final DenseGradient gradient;
    private final double beta;
    private final ScaledScores scores;

    /**
     * @param network with a class head; its weights are read at each call; it stays the caller's, to be closed after this
     * @param alpha   sensitivity to the reconstruction error, at least 0; 0 attacks y alone
     * @param beta    sensitivity to positive curvature, at least 0
     */
    public DenseVictim(DenseNetwork network, double alpha, double beta) {
        if (!(alpha >= 0 && beta >= 0 && Double.isFinite(alpha) && Double.isFinite(beta))) {
            throw new IllegalArgumentException(
                    "alpha and beta: expected finite numbers of at least 0, but got " + alpha + " and " + beta);
        }
        this.network = network;
        this.beta = beta;
        gradient = new DenseGradient(network);
        scores = new ScaledScores(network.classes(), 1, network.inputs(), alpha);
    }

    @Override
    public int dimensions() {
        return network.inputs();
    }

    @Override
    public int classes() {
        return network.classes();
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    @Override
    public Judgement judge(float[] inputs, int[] targets, int count) {
        return judgeWithGradient(inputs, targets, count);
    }

    @Override
    public Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
        InputGradient slopes = gradient.of(inputs, count, scores.objective(targets));
        Judgement judgement = scores.emptyJudgement(count, slopes.gradients());
        scores.judge(slopes.logits(), slopes.errors(), targets, 0, count, judgement);
        return judgement;
    }

    /**
     * {@code ln y~_t} with Gamma: n numbers, from the exact diagonal of the Jacobian.
     *
     * @param inputs  n x D, row-major
     * @param targets n
     */
    public double[] fullLogScores(float[] inputs, int[] targets) {
        double[] logScores = judge(inputs, targets, targets.length).logScores();
        if (beta > 0) {
            PlaneResponse response = network.respond(inputs, targets.length);
            for (int row = 0; row < logScores.length; row++) {
                logScores[row] += Math.log(Confidence.curvatureFactor(response.gamma()[row], beta));
            }
        }
        return logScores;
    }

    @Override
    public double constantFactor(float[] inputs, int row) {
        if (beta == 0) {
            return 1;
        }
        float[] point = Arrays.copyOfRange(inputs, row * dimensions(), (row + 1) * dimensions());
        return Confidence.curvatureFactor(network.respond(point, 1).gamma()[0], beta);
    }

    /** Frees what this made, not the network. */
    @Override
    public void close() {
        gradient.close();
    }
}
