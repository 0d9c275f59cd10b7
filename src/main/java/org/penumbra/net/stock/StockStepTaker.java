package org.penumbra.net.stock;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.penumbra.net.Cores;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageBatch;
import org.penumbra.net.image.ImageLayout;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.StepEngine;
import org.penumbra.net.image.StepTaker;

/**
 * Takes training steps on an image network by DL4J's stock layers: what {@code ComputationGraph.fit} does, in two parts, so
 * that a step whose loss is no number is never taken. DL4J knows nothing of our layers, and the network that is asked
 * between the steps gets DL4J's weights only then.
 */
public final class StockStepTaker implements StepTaker {

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageNetwork network;
    private final ImageSettings settings;
    private final StockWeights weights;
    private final RecordedLoss classification = new RecordedLoss(new LossMCXENT());
    private final RecordedLoss reconstruction;
    private final ComputationGraph graph;
    private final StockAdam adam;
    private int batchSize;
    private boolean settled = true;

    private StockStepTaker(ImageNetwork network, ImageTrainingSettings training) {
        this.network = network;
        settings = network.settings();
        weights = new StockWeights(settings);
        reconstruction = new RecordedLoss(new LossMSE(), training.lambda());
        graph = new ComputationGraph(StockImageGraph.configuration(
                settings, training.learningRate(), classification, reconstruction, training.dropout() > 0));
        graph.init();
        weights.write(network.parameters(), graph);
        adam = new StockAdam(graph, weights);
    }

    /** That of DL4J's layers. The first use of it loads ND4J, see {@link Nd4jNatives#load}. */
    public static Factory factory() {
        return new Factory() {
            @Override
            public StepEngine engine() {
                return StepEngine.DL4J;
            }

            @Override
            public StepTaker begin(ImageNetwork network, ImageTrainingSettings training, int lanes) {
                Nd4jNatives.load();
                return new StockStepTaker(network, training);
            }
        };
    }

    /** @param lambda is the settings', from the beginning to the end */
    @Override
    public StepLosses gradient(ImageBatch batch, Preparation preparation, double lambda) {
        batchSize = batch.count();
        prepare(preparation);
        INDArray[] inputs = inputs(batch);
        INDArray[] targets = targets(batch);
        graph.setInputs(inputs);
        graph.setLabels(targets);
        graph.computeGradientAndScore();
        graph.clear();
        free(inputs);
        free(targets);
        return new StepLosses(
                classification.last(), settings.architecture().reconstructs() ? reconstruction.last() : 0);
    }

    private void prepare(Preparation preparation) {
        int parts = Math.min(Cores.count(), batchSize);
        int share = (batchSize + parts - 1) / parts;
        Cores.run(parts, part -> {
            int from = Math.min(batchSize, part * share);
            preparation.prepare(from, Math.min(share, batchSize - from));
        });
    }

    private INDArray[] inputs(ImageBatch batch) {
        INDArray images = Nd4j.create(
                batch.corrupted(), new int[] {batch.count(), 1, ImageSettings.SIDE, ImageSettings.SIDE}, 'c');
        return batch.mask() == null
                ? new INDArray[] {images}
                : new INDArray[] {images, matrix(batch.mask(), ImageLayout.CODE)};
    }

    /** What is to come out: each unit's share of its class, and the clean images. */
    private INDArray[] targets(ImageBatch batch) {
        int units = settings.units();
        int omega = settings.omega();
        float[] shares = new float[batch.count() * units];
        for (int row = 0; row < batch.count(); row++) {
            int label = batch.labels()[row];
            boolean none = label == ImageBatch.NO_CLASS;
            int first = none ? 0 : label * omega;
            int count = none ? units : omega;
            for (int unit = first; unit < first + count; unit++) {
                shares[row * units + unit] = 1f / count;
            }
        }
        INDArray classes = matrix(shares, units);
        return settings.architecture().reconstructs()
                ? new INDArray[] {classes, matrix(batch.clean(), PIXELS)}
                : new INDArray[] {classes};
    }

    private INDArray matrix(float[] values, int columns) {
        return Nd4j.create(values, new int[] {batchSize, columns}, 'c');
    }

    private static void free(INDArray[] arrays) {
        for (INDArray array : arrays) {
            array.close();
        }
    }

    @Override
    public void update(double learningRate) {
        adam.turnIntoStep(graph.gradient(), learningRate, batchSize);
        INDArray params = graph.params();
        params.subi(graph.getFlattenedGradients().reshape(params.shape()));
        settled = false;
    }

    @Override
    public void settle() {
        if (!settled) {
            network.setParameters(weights.read(graph));
            settled = true;
        }
    }

    @Override
    public float[] mean() {
        return adam.mean();
    }

    @Override
    public float[] variance() {
        return adam.variance();
    }

    @Override
    public void resume(long steps, float[] mean, float[] variance) {
        adam.resume(steps, mean, variance);
        weights.write(network.parameters(), graph);
        settled = true;
    }

    @Override
    public void close() {
        graph.close();
    }
}
