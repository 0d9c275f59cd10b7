package org.penumbra.net.stock;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * The same network as {@link DenseNetwork} for the plane, built from DL4J's stock layers alone: the yardstick our layers
 * are held against, for their numbers and for their speed.
 */
public final class StockDenseNetwork {

    private static final String INPUT = "x";
    private static final String CLASSES = "y";
    private static final String RECONSTRUCTION = "r";

    private final int inputs;
    private final int classes;
    private final ComputationGraph graph;

    /**
     * @param inputs   D
     * @param classes  k, at least 1
     * @param settings hidden layers
     * @param training learning rate, lambda; the corruption is the caller's
     */
    public StockDenseNetwork(int inputs, int classes, DenseSettings settings, PlaneTrainingSettings training) {
        this.inputs = inputs;
        this.classes = classes;
        Activation activation = Activation.fromString(settings.activation().name());
        var builder = new NeuralNetConfiguration.Builder()
                .updater(new Adam(training.learningRate()))
                .graphBuilder()
                .addInputs(INPUT);
        List<Integer> hidden = settings.hidden();
        String code = INPUT;
        int width = inputs;
        for (int i = 0; i < hidden.size(); i++) {
            builder.addLayer("encoder" + i, dense(width, hidden.get(i), activation), code);
            code = "encoder" + i;
            width = hidden.get(i);
        }
        builder.addLayer(
                CLASSES,
                new OutputLayer.Builder(new LossMCXENT())
                        .nIn(width)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build(),
                code);
        String last = code;
        for (int i = hidden.size() - 2; i >= 0; i--) {
            builder.addLayer("decoder" + i, dense(width, hidden.get(i), activation), last);
            last = "decoder" + i;
            width = hidden.get(i);
        }
        INDArray lambda = Nd4j.valueArrayOf(new long[] {1, inputs}, training.lambda(), DataType.FLOAT);
        builder.addLayer(
                RECONSTRUCTION,
                new OutputLayer.Builder(new LossMSE(lambda))
                        .nIn(width)
                        .nOut(inputs)
                        .activation(Activation.IDENTITY)
                        .build(),
                last);
        ComputationGraphConfiguration configuration =
                builder.setOutputs(CLASSES, RECONSTRUCTION).build();
        graph = new ComputationGraph(configuration);
        graph.init();
    }

    private static DenseLayer dense(int in, int out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }

    /** Takes over all weights and biases of a network of the same shape. */
    public void copyFrom(DenseNetwork network) {
        float[] values = network.parameters();
        int[] at = {0};
        network.namedLayers().forEach((name, layer) -> {
            int in = layer.inputs();
            int out = layer.outputs();
            float[] weights = Arrays.copyOfRange(values, at[0], at[0] + in * out);
            float[] bias = Arrays.copyOfRange(values, at[0] + in * out, at[0] + (in + 1) * out);
            graph.getLayer(name).setParam("W", Nd4j.create(weights, new int[] {in, out}, 'c'));
            graph.getLayer(name).setParam("b", Nd4j.create(bias, new int[] {1, out}, 'c'));
            at[0] += (in + 1) * out;
        });
    }

    /**
     * One step of Adam on a batch, by DL4J's own {@code fit}.
     *
     * @param clean     rows x D
     * @param corrupted rows x D
     * @param labels    rows
     */
    public void step(float[] clean, float[] corrupted, int[] labels) {
        int rows = labels.length;
        INDArray target = Nd4j.zeros(DataType.FLOAT, rows, classes);
        for (int row = 0; row < rows; row++) {
            target.putScalar(row, labels[row], 1f);
        }
        graph.fit(new MultiDataSet(
                new INDArray[] {matrix(corrupted, rows)}, new INDArray[] {target, matrix(clean, rows)}));
    }

    /** y and r(x) of some inputs: count x k, then count x D, both row-major. */
    public float[][] outputs(float[] points, int count) {
        INDArray[] result = graph.output(false, matrix(points, count));
        return new float[][] {
            result[0].dup('c').data().asFloat(), result[1].dup('c').data().asFloat()
        };
    }

    private INDArray matrix(float[] values, int rows) {
        return Nd4j.create(values, new int[] {rows, inputs}, 'c');
    }
}
