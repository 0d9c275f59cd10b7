package org.penumbra.net.plane;

import java.util.List;
import java.util.Objects;
import org.penumbra.net.ErrorSlope;
import org.penumbra.net.InputGradient;
import org.penumbra.net.InputObjective;
import org.penumbra.net.layer.Batch;

/**
 * The gradient at the inputs of an objective that depends on the logits, the reconstruction error and the code of a fully
 * connected network, such as those of the plane. For one thread; it reads the network's parameters as they are at each call, and
 * nobody may change them meanwhile.
 */
public final class DenseGradient implements AutoCloseable {

    /** Inputs taken at once. */
    private static final int ROWS = 64;

    private final DenseNetwork network;
    private final int dimensions;
    private final int codeWidth;
    private final Batch input;
    private final Batch inputGradient;
    private final List<Batch> encoded;
    private final List<Batch> decoded;
    private final List<Batch> encodedGradients;
    private final List<Batch> decodedGradients;
    private final Batch logits;
    private final Batch logitsGradient;
    private final float[] throughNetwork;

    /** @param network with a class head; to be closed after this */
    public DenseGradient(DenseNetwork network) {
        if (network.head() == null) {
            throw new IllegalArgumentException("expected a network with a class head, but it only reconstructs");
        }
        this.network = network;
        dimensions = network.inputs();
        codeWidth = network.head().inputs();
        input = new Batch(ROWS, dimensions);
        inputGradient = new Batch(ROWS, dimensions);
        encoded = DenseNetwork.batchesFor(network.encoder(), ROWS);
        decoded = DenseNetwork.batchesFor(network.decoder(), ROWS);
        encodedGradients = DenseNetwork.batchesFor(network.encoder(), ROWS);
        decodedGradients = DenseNetwork.batchesFor(network.decoder(), ROWS);
        logits = new Batch(ROWS, network.classes());
        logitsGradient = new Batch(ROWS, network.classes());
        throughNetwork = new float[ROWS * dimensions];
    }

    /**
     * Logits, errors and gradients of some inputs.
     *
     * @param points    count x D, row-major
     * @param count     at least 0
     * @param objective what is to be lowered
     */
    public InputGradient of(float[] points, int count, InputObjective objective) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, dimensions), points.length);
        InputGradient result = new InputGradient(
                count,
                new float[count * network.classes()],
                new float[count],
                new float[count * codeWidth],
                new float[count * dimensions]);
        for (int from = 0; from < count; from += ROWS) {
            work(points, from, Math.min(ROWS, count - from), objective, result);
        }
        return result;
    }

    private void work(float[] points, int from, int rows, InputObjective objective, InputGradient result) {
        System.arraycopy(points, from * dimensions, input.values(), 0, rows * dimensions);
        input.push(rows);
        Batch code = PlaneTrainer.forward(network.encoder(), encoded, input, rows);
        network.head().forward(code, logits, rows);
        float[] r = PlaneTrainer.forward(network.decoder(), decoded, code, rows).values();
        System.arraycopy(logits.values(), 0, result.logits(), from * network.classes(), rows * network.classes());
        System.arraycopy(code.values(), 0, result.code(), from * codeWidth, rows * codeWidth);
        for (int row = 0; row < rows; row++) {
            int at = row * dimensions;
            double error = ErrorSlope.error(r, at, input.values(), at, dimensions);
            result.errors()[from + row] = (float) error;
            double slope = objective.slopes(
                    from + row, logits.values(), row * network.classes(), error, logitsGradient.values());
            ErrorSlope.throughNetwork(slope, error, r, at, input.values(), at, dimensions, throughNetwork);
        }
        backward(code, from, rows, objective);
        System.arraycopy(inputGradient.values(), 0, result.gradients(), from * dimensions, rows * dimensions);
        ErrorSlope.addDirectWay(throughNetwork, result.gradients(), from * dimensions, rows * dimensions);
    }

    private void backward(Batch code, int from, int rows, InputObjective objective) {
        Batch reconstructionGradient = decodedGradients.get(decodedGradients.size() - 1);
        System.arraycopy(throughNetwork, 0, reconstructionGradient.values(), 0, rows * dimensions);
        Batch codeGradient = encodedGradients.get(encodedGradients.size() - 1);
        network.head().backward(code, logits, logitsGradient, codeGradient, false, false, rows);
        PlaneTrainer.backward(network.decoder(), decoded, decodedGradients, code, codeGradient, true, false, rows);
        if (objective.readsCode()) {
            for (int row = 0; row < rows; row++) {
                objective.addCodeSlopes(from + row, code.values(), row * codeWidth, codeGradient.values());
            }
        }
        PlaneTrainer.backward(network.encoder(), encoded, encodedGradients, input, inputGradient, false, false, rows);
    }

    /** Frees native memory; it can't be used afterwards. */
    @Override
    public void close() {
        List.of(input, inputGradient, logits, logitsGradient).forEach(Batch::close);
        List.of(encoded, decoded, encodedGradients, decodedGradients).forEach(list -> list.forEach(Batch::close));
    }
}
