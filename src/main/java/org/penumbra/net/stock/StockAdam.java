package org.penumbra.net.stock;

import java.util.List;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * DL4J's Adam of one graph, with its state in our order. It divides by {@code sqrt(v) + epsilon} and corrects the bias
 * afterwards; the algorithm as published, and ours, corrects it before. The two are one where DL4J's epsilon is the
 * published one times {@code sqrt(1 - beta2^t)} in step t, so it is told that in every step.
 */
final class StockAdam {

    private static final double EPSILON = 1e-8;

    private final ComputationGraph graph;
    private final StockWeights weights;
    private final ComputationGraphUpdater updater;
    private final List<UpdaterBlock> blocks;
    private long steps;

    StockAdam(ComputationGraph graph, StockWeights weights) {
        this.graph = graph;
        this.weights = weights;
        updater = graph.getUpdater(true);
        blocks = updater.getUpdaterBlocks();
        // Otherwise the first step would, over a state that was put there before.
        blocks.forEach(UpdaterBlock::init);
    }

    /**
     * Turns the gradient of the last batch into the step that is to be subtracted from the weights, in place.
     *
     * @param batch images in it: DL4J sums up over them and divides here
     */
    void turnIntoStep(Gradient gradient, double learningRate, int batch) {
        for (UpdaterBlock block : blocks) {
            Adam adam = (Adam) block.getGradientUpdater().getConfig();
            adam.setLearningRate(learningRate);
            adam.setEpsilon(EPSILON * Math.sqrt(1 - Math.pow(adam.getBeta2(), steps + 1.0)));
        }
        updater.update(gradient, Math.toIntExact(steps), 0, batch, LayerWorkspaceMgr.noWorkspaces());
        steps++;
    }

    /** The running means of the gradient, a copy. */
    float[] mean() {
        return part(0);
    }

    /** The running means of the squared gradient, a copy. */
    float[] variance() {
        return part(1);
    }

    /** Goes on where another run stood; the weights are to be set afterwards. */
    void resume(long stepsTaken, float[] mean, float[] variance) {
        steps = stepsTaken;
        float[] state = numbers(updater.getStateViewArray());
        put(mean, 0, state);
        put(variance, 1, state);
        INDArray view = updater.getStateViewArray();
        view.assign(Nd4j.createFromArray(state).reshape(view.shape()));
    }

    /** The state has the form of the weights, so it is read as if it were the weights for a moment. */
    private float[] part(int half) {
        float[] kept = numbers(graph.params());
        float[] state = numbers(updater.getStateViewArray());
        float[] flat = new float[weights.size()];
        for (UpdaterBlock block : blocks) {
            int count = block.getParamOffsetEnd() - block.getParamOffsetStart();
            System.arraycopy(state, from(block, half), flat, block.getParamOffsetStart(), count);
        }
        set(flat);
        float[] ours = weights.read(graph);
        set(kept);
        return ours;
    }

    private void put(float[] ours, int half, float[] state) {
        weights.write(ours, graph);
        float[] flat = numbers(graph.params());
        for (UpdaterBlock block : blocks) {
            int count = block.getParamOffsetEnd() - block.getParamOffsetStart();
            System.arraycopy(flat, block.getParamOffsetStart(), state, from(block, half), count);
        }
    }

    /** Of the weights of a block, first the one half of the state stands in a row, then the other. */
    private static int from(UpdaterBlock block, int half) {
        return block.getUpdaterViewOffsetStart() + half * (block.getParamOffsetEnd() - block.getParamOffsetStart());
    }

    private void set(float[] flat) {
        INDArray params = graph.params();
        params.assign(Nd4j.createFromArray(flat).reshape(params.shape()));
    }

    private static float[] numbers(INDArray row) {
        return row.dup('c').data().asFloat();
    }
}
