package org.penumbra.net.stock;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageLayout;
import org.penumbra.net.image.ImageSettings;

/**
 * An image network built from DL4J's stock layers alone: the yardstick our own layers are held against, for their
 * numbers and for their speed, and the form in which a model leaves for programs that know DL4J. Not for use by several
 * threads at once.
 */
public final class StockImageNetwork implements AutoCloseable {

    private final ImageSettings settings;
    private final double learningRate;
    private final double lambda;
    private final List<ParameterBlock> blocks;
    private final StockWeights weights;
    private final RecordedLoss classification = new RecordedLoss(new LossMCXENT());
    private final RecordedLoss reconstruction;
    private final ComputationGraph graph;

    /**
     * What the network answers.
     *
     * @param probabilities   count x units, row-major; each row adds up to 1
     * @param reconstructions count x 784, row-major, 0 to 1; empty without a decoder
     */
    public record Outputs(float[] probabilities, float[] reconstructions) {}

    /**
     * Builds the network with DL4J's own initial weights.
     *
     * @param settings     its shape
     * @param learningRate of Adam, positive
     * @param lambda       weight of the reconstruction loss, positive; unused without a decoder
     */
    public StockImageNetwork(ImageSettings settings, double learningRate, double lambda) {
        if (settings.architecture().reconstructs() && !(lambda > 0)) {
            throw new IllegalArgumentException("lambda: expected a positive number, but got " + lambda);
        }
        this.settings = settings;
        this.learningRate = learningRate;
        this.lambda = lambda;
        blocks = new ImageLayout(settings).blocks();
        weights = new StockWeights(settings);
        reconstruction = new RecordedLoss(weighted(lambda));
        graph = graph(classification, reconstruction);
    }

    private ComputationGraph graph(ILossFunction first, ILossFunction second) {
        ComputationGraph made =
                new ComputationGraph(StockImageGraph.configuration(settings, learningRate, first, second));
        made.init();
        return made;
    }

    private static LossMSE weighted(double lambda) {
        return new LossMSE(Nd4j.valueArrayOf(new long[] {1, ImageSettings.PIXELS}, lambda, DataType.FLOAT));
    }

    /** A copy of all weights and biases, laid out as {@link ImageLayout} says. */
    public float[] parameters() {
        return weights.read(graph);
    }

    /** Sets all weights and biases, laid out as {@link #parameters()}. */
    public void setParameters(float[] values) {
        weights.write(values, graph);
    }

    /**
     * One step of Adam on the joint loss, mean cross-entropy + lambda * mean squared error, by DL4J's own {@code fit}.
     *
     * @param clean     count x 784, 0 to 1; what is to be reconstructed
     * @param corrupted count x 784; what the network sees
     * @param labels    count, 0 to classes - 1
     * @param count     images in the batch
     * @return the losses before the step
     */
    public StepLosses step(float[] clean, float[] corrupted, int[] labels, int count) {
        graph.fit(new MultiDataSet(new INDArray[] {images(corrupted, count)}, targets(clean, labels, count)));
        return losses();
    }

    /** What {@link #step} would follow downhill, laid out as {@link #parameters()}; changes no weight. */
    public float[] gradient(float[] clean, float[] corrupted, int[] labels, int count) {
        graph.setInputs(images(corrupted, count));
        graph.setLabels(targets(clean, labels, count));
        graph.computeGradientAndScore();
        float[] values = new float[new ImageLayout(settings).size()];
        for (ParameterBlock block : blocks) {
            StockBlock place = StockBlock.of(block);
            INDArray sum = graph.gradient().gradientForVariable().get(place.layer() + "_" + place.kind());
            // DL4J divides by the batch's size only when it takes the step.
            place.toOurs(sum.div(count), values);
        }
        graph.clear();
        return values;
    }

    private StepLosses losses() {
        boolean two = settings.architecture().reconstructs();
        return new StepLosses(classification.last(), two ? reconstruction.last() / lambda : 0);
    }

    /** Answers for some images: count x 784, row-major. */
    public Outputs respond(float[] images, int count) {
        INDArray[] result = graph.output(false, images(images, count));
        return new Outputs(numbers(result[0]), result.length > 1 ? numbers(result[1]) : new float[0]);
    }

    /**
     * Writes the network as a file that DL4J alone opens: {@code ComputationGraph.load(file, false)}, with inputs
     * count x 1 x 28 x 28.
     *
     * @param file receives it and stays open
     * @throws IOException if it cannot be written
     */
    public void exportTo(OutputStream file) throws IOException {
        ComputationGraph plain = graph(new LossMCXENT(), weighted(lambda));
        try {
            plain.setParams(graph.params());
            ModelSerializer.writeModel(plain, file, false);
        } finally {
            plain.close();
        }
    }

    private INDArray[] targets(float[] clean, int[] labels, int count) {
        int units = settings.units();
        int omega = settings.omega();
        float[] soft = new float[count * units];
        for (int image = 0; image < count; image++) {
            for (int j = 0; j < omega; j++) {
                soft[image * units + labels[image] * omega + j] = 1f / omega;
            }
        }
        INDArray classes = Nd4j.create(soft, new int[] {count, units}, 'c');
        if (!settings.architecture().reconstructs()) {
            return new INDArray[] {classes};
        }
        return new INDArray[] {classes, Nd4j.create(cut(clean, count), new int[] {count, ImageSettings.PIXELS}, 'c')};
    }

    private static INDArray images(float[] values, int count) {
        return Nd4j.create(cut(values, count), new int[] {count, 1, ImageSettings.SIDE, ImageSettings.SIDE}, 'c');
    }

    private static float[] cut(float[] values, int count) {
        int size = count * ImageSettings.PIXELS;
        return values.length == size ? values : Arrays.copyOf(values, size);
    }

    private static float[] numbers(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    /** Frees native memory. */
    @Override
    public void close() {
        graph.close();
    }
}
