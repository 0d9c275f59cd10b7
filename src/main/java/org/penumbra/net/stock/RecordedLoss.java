package org.penumbra.net.stock;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * One of DL4J's losses, times a weight, that remembers its last value without the weight, because a graph with two outputs
 * tells their sum only. A graph that is saved must hold the loss itself, so that it opens without this program.
 */
final class RecordedLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    private final ILossFunction loss;
    private final double weight;
    private double last;

    RecordedLoss(ILossFunction loss) {
        this(loss, 1);
    }

    /** @param weight at least 0 */
    RecordedLoss(ILossFunction loss, double weight) {
        this.loss = loss;
        this.weight = weight;
    }

    /** The mean over the batch of the last forward pass, without the weight. */
    double last() {
        return last;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double score = loss.computeScore(labels, preOutput, activation, mask, average);
        last = average ? score : score / labels.size(0);
        return weight * score;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return weighted(loss.computeScoreArray(labels, preOutput, activation, mask));
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return weighted(loss.computeGradient(labels, preOutput, activation, mask));
    }

    private INDArray weighted(INDArray values) {
        return weight == 1 ? values : values.muli(weight);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        Pair<Double, INDArray> both = loss.computeGradientAndScore(labels, preOutput, activation, mask, average);
        last = average ? both.getFirst() : both.getFirst() / labels.size(0);
        return weight == 1 ? both : Pair.of(weight * both.getFirst(), weighted(both.getSecond()));
    }

    @Override
    public String name() {
        return loss.name();
    }
}
