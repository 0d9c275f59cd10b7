package org.penumbra.fooling.victim;

import java.util.Arrays;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputGradient;
import org.penumbra.net.plane.DenseGradient;
import org.penumbra.net.plane.DenseNetwork;

/**
 * A fully connected network with a fitted detector as a victim, such as those of the plane. The gradient treats Gamma as a
 * constant; {@link #fullLogScores} has Gamma in it, for slopes by differences.
 */
public final class DenseVictim implements Victim {

    private final DenseNetwork network;
    private final DenseGradient gradient;
    private final Fitted fitted;
    private final FittedScores scores;

    /**
     * @param network with a class head; its weights are read at each call; it stays the caller's, to be closed after this
     * @param fitted  what judges its outputs
     */
    public DenseVictim(DenseNetwork network, Fitted fitted) {
        this.network = network;
        this.fitted = fitted;
        gradient = new DenseGradient(network);
        scores = new FittedScores(fitted, network.classes(), 1);
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
        return fitted.hasGradient();
    }

    @Override
    public Threshold threshold(double tau) {
        return scores.threshold(tau);
    }

    @Override
    public Judgement judge(float[] inputs, int[] targets, int count) {
        Judgement judgement = scores.emptyJudgement(count);
        scores.judge(network.evidence(inputs, count).withGamma(new double[0]), targets, 0, judgement);
        return judgement;
    }

    @Override
    public Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
        InputGradient slopes = gradient.of(inputs, count, fitted.objective(targets));
        Judgement judgement = scores.emptyJudgement(count, slopes.gradients());
        scores.judge(scores.complete(slopes.evidence(dimensions(), classes()), inputs), targets, 0, judgement);
        return judgement;
    }

    /**
     * {@code ln s_t} with Gamma: n numbers, from the exact diagonal of the Jacobian.
     *
     * @param inputs  n x D, row-major
     * @param targets n
     */
    public double[] fullLogScores(float[] inputs, int[] targets) {
        Opinion opinion = fitted.judge(network.evidence(inputs, targets.length));
        double[] logScores = new double[targets.length];
        Arrays.setAll(logScores, row -> opinion.logScore(row, targets[row]));
        return logScores;
    }

    @Override
    public double constantFactor(float[] inputs, int row) {
        if (!scores.wantsGamma()) {
            return 1;
        }
        float[] point = Arrays.copyOfRange(inputs, row * dimensions(), (row + 1) * dimensions());
        Evidence evidence = network.evidence(point, 1);
        return scores.gammaFactor(evidence.withGamma(new double[0]), evidence.gamma()[0]);
    }

    /** Frees what this made, not the network. */
    @Override
    public void close() {
        gradient.close();
    }
}
