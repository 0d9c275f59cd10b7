package org.penumbra.net.plane;

import java.util.List;
import org.penumbra.net.Softmax;
import org.penumbra.net.StepLosses;
import org.penumbra.net.layer.Adam;
import org.penumbra.net.layer.Batch;
import org.penumbra.net.layer.Dense;

/**
 * Trains a {@link DenseNetwork} by Adam on the joint loss: mean cross-entropy of the class head plus lambda times the
 * mean squared error between the reconstruction of the corrupted input and the clean input (mean over the batch and the
 * D dimensions).
 */
public final class PlaneTrainer implements AutoCloseable {

    private final DenseNetwork network;
    private final Adam adam;
    private final Batch input;
    private final List<Batch> encoded;
    private final List<Batch> decoded;
    private final List<Batch> encodedGradients;
    private final List<Batch> decodedGradients;
    private final Batch logits;
    private final Batch logitsGradient;
    private final float[] probabilities;

    /**
     * @param network to train, with a class head
     * @param batch   most rows a step
     */
    public PlaneTrainer(DenseNetwork network, int batch) {
        this.network = network;
        adam = new Adam(network.liveParameters().values().length);
        input = new Batch(batch, network.inputs());
        encoded = DenseNetwork.batchesFor(network.encoder(), batch);
        decoded = DenseNetwork.batchesFor(network.decoder(), batch);
        encodedGradients = DenseNetwork.batchesFor(network.encoder(), batch);
        decodedGradients = DenseNetwork.batchesFor(network.decoder(), batch);
        logits = new Batch(batch, network.classes());
        logitsGradient = new Batch(batch, network.classes());
        probabilities = new float[batch * network.classes()];
    }

    /**
     * Computes the losses and leaves their gradient with the network.
     *
     * @param clean     rows x D
     * @param corrupted rows x D
     * @param labels    rows
     * @param lambda    weight of the reconstruction loss
     */
    public StepLosses gradient(float[] clean, float[] corrupted, int[] labels, int rows, double lambda) {
        System.arraycopy(corrupted, 0, input.values(), 0, rows * network.inputs());
        input.push(rows);
        Batch code = forward(network.encoder(), encoded, input, rows);
        network.head().forward(code, logits, rows);
        Batch reconstruction = forward(network.decoder(), decoded, code, rows);
        double classification = crossEntropy(labels, rows);
        double squared = squaredError(reconstruction.values(), clean, rows, lambda);
        Batch codeGradient = encodedGradients.get(encodedGradients.size() - 1);
        network.head().backward(code, logits, logitsGradient, codeGradient, false, rows);
        backward(network.decoder(), decoded, decodedGradients, code, codeGradient, true, true, rows);
        backward(network.encoder(), encoded, encodedGradients, input, null, false, true, rows);
        return new StepLosses(classification, squared);
    }

    /** Takes one step of Adam down the gradient of the last call. */
    public void update(double learningRate) {
        adam.step(network.liveParameters().values(), network.gradient().values(), learningRate);
        network.liveParameters().push();
    }

    /** Forward through a chain of layers; what the last one gives. */
    static Batch forward(List<Dense> chain, List<Batch> batches, Batch in, int rows) {
        Batch current = in;
        for (int layer = 0; layer < chain.size(); layer++) {
            chain.get(layer).forward(current, batches.get(layer), rows);
            current = batches.get(layer);
        }
        return current;
    }

    /** Back through a chain of layers; {@code inGradient}, {@code add} and {@code learn} as for {@link Dense}. */
    static void backward(
            List<Dense> chain,
            List<Batch> outputs,
            List<Batch> gradients,
            Batch in,
            Batch inGradient,
            boolean add,
            boolean learn,
            int rows) {
        for (int layer = chain.size() - 1; layer >= 0; layer--) {
            boolean first = layer == 0;
            chain.get(layer)
                    .backward(
                            first ? in : outputs.get(layer - 1),
                            outputs.get(layer),
                            gradients.get(layer),
                            first ? inGradient : gradients.get(layer - 1),
                            first && add,
                            learn,
                            rows);
        }
    }

    /** Mean cross-entropy, nats; leaves (softmax - one-hot) / rows as the gradient at the logits. */
    private double crossEntropy(int[] labels, int rows) {
        int classes = network.classes();
        float[] z = logits.values();
        float[] gradient = logitsGradient.values();
        Softmax.rows(z, rows, classes, probabilities, 0);
        double sum = 0;
        float scale = 1f / rows;
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            int label = labels[row];
            for (int k = 0; k < classes; k++) {
                gradient[from + k] = (probabilities[from + k] - (k == label ? 1f : 0f)) * scale;
            }
            float p = probabilities[from + label];
            // Below the smallest normal float the logarithm of p says nothing; the logits still do.
            sum -= p > Float.MIN_NORMAL ? Math.log(p) : z[from + label] - largest(z, from, classes);
        }
        return sum / rows;
    }

    private static double largest(float[] z, int from, int classes) {
        double largest = z[from];
        for (int k = 1; k < classes; k++) {
            largest = Math.max(largest, z[from + k]);
        }
        return largest;
    }

    /** Mean squared error; leaves lambda times its derivative as the gradient at the reconstruction. */
    private double squaredError(float[] reconstruction, float[] clean, int rows, double lambda) {
        int size = rows * network.inputs();
        float[] gradient = decodedGradients.get(decodedGradients.size() - 1).values();
        float scale = (float) (2 * lambda / size);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            float difference = reconstruction[i] - clean[i];
            sum += (double) difference * difference;
            gradient[i] = scale * difference;
        }
        return sum / size;
    }

    /** Frees native memory. */
    @Override
    public void close() {
        input.close();
        List.of(encoded, decoded, encodedGradients, decodedGradients).forEach(list -> list.forEach(Batch::close));
        logits.close();
        logitsGradient.close();
    }
}
