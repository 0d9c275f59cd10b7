package org.penumbra.net.plane;

import java.util.List;
import org.penumbra.net.Softmax;
import org.penumbra.net.layer.Batch;
import org.penumbra.net.layer.Dense;
import org.penumbra.net.layer.FoldedTangents;
import org.penumbra.net.layer.ReluJacobian;

/**
 * The buffers to evaluate a network on one tile of inputs: values first, then for each input axis the directional
 * derivative of r, of which only the component along that axis is kept.
 */
final class Tile implements AutoCloseable {

    /** Inputs a tile holds: 128 rows of 64 numbers are 32 KB, so that the buffers of a few layers stay in the cache. */
    static final int ROWS = 128;

    private final DenseNetwork network;
    private final FoldedTangents folded;
    private final ReluJacobian.Walk walk;
    private final Batch input;
    private final List<Batch> encoded;
    private final List<Batch> decoded;
    private final List<Batch> encodedTangents;
    private final List<Batch> decodedTangents;
    private final Batch logits;

    Tile(DenseNetwork network, Derivatives derivatives) {
        this.network = network;
        folded = derivatives.folded();
        walk = derivatives.walked() == null ? null : derivatives.walked().walk();
        input = new Batch(ROWS, network.inputs());
        encoded = DenseNetwork.batchesFor(network.encoder(), ROWS);
        decoded = DenseNetwork.batchesFor(network.decoder(), ROWS);
        encodedTangents = DenseNetwork.batchesFor(network.encoder(), ROWS);
        decodedTangents = DenseNetwork.batchesFor(network.decoder(), ROWS);
        logits = network.head() == null ? null : new Batch(ROWS, network.classes());
    }

    /**
     * Evaluates some rows of the inputs and writes the results to the same rows of the arrays.
     *
     * @param points         n x D
     * @param first          the first row to evaluate
     * @param rows           how many, at most {@link #ROWS}
     * @param probabilities  n x k
     * @param reconstruction n x D
     * @param diagonal       n x D, dr_i/dx_i
     */
    void evaluate(
            float[] points, int first, int rows, float[] probabilities, float[] reconstruction, float[] diagonal) {
        int dimensions = network.inputs();
        int at = first * dimensions;
        Batch code = encode(points, first, rows);
        if (logits != null) {
            classifyCode(code, first, rows, probabilities);
        }
        Batch result = values(network.decoder(), decoded, code, rows);
        System.arraycopy(result.values(), 0, reconstruction, at, rows * dimensions);
        if (walk != null) {
            walk.diagonal(encoded.get(0), encoded.get(1), decoded.get(0), rows, diagonal, at);
        } else {
            tangents(rows, diagonal, at);
        }
    }

    private void tangents(int rows, float[] diagonal, int at) {
        int dimensions = network.inputs();
        if (folded != null) {
            encoded.get(0).pushSlopes(rows);
        }
        for (int axis = 0; axis < dimensions; axis++) {
            float[] column = derivative(axis, rows).values();
            for (int i = axis; i < rows * dimensions; i += dimensions) {
                diagonal[at + i] = column[i];
            }
        }
    }

    /**
     * Codes and logits of some rows.
     *
     * @param codes     n x width of the code
     * @param rowLogits n x k
     */
    void code(float[] points, int first, int rows, float[] codes, float[] rowLogits) {
        Batch code = encode(points, first, rows);
        int width = codes.length / (rowLogits.length / network.classes());
        System.arraycopy(code.values(), 0, codes, first * width, rows * width);
        network.head().forward(code, logits, rows);
        System.arraycopy(logits.values(), 0, rowLogits, first * network.classes(), rows * network.classes());
    }

    /** The class head alone, with the meanings of {@link #evaluate}. */
    void classify(float[] points, int first, int rows, float[] probabilities) {
        classifyCode(encode(points, first, rows), first, rows, probabilities);
    }

    private Batch encode(float[] points, int first, int rows) {
        int dimensions = network.inputs();
        System.arraycopy(points, first * dimensions, input.values(), 0, rows * dimensions);
        input.push(rows);
        return values(network.encoder(), encoded, input, rows);
    }

    private void classifyCode(Batch code, int first, int rows, float[] probabilities) {
        network.head().forward(code, logits, rows);
        Softmax.rows(logits.values(), rows, network.classes(), probabilities, first * network.classes());
    }

    private static Batch values(List<Dense> chain, List<Batch> outputs, Batch in, int rows) {
        Batch current = in;
        for (int layer = 0; layer < chain.size(); layer++) {
            Batch out = outputs.get(layer);
            chain.get(layer).forward(current, out, rows);
            chain.get(layer).findSlopes(out, rows);
            current = out;
        }
        return current;
    }

    private Batch derivative(int axis, int rows) {
        List<Dense> encoder = network.encoder();
        int begun = folded == null ? 1 : 2;
        Batch current = encodedTangents.get(begun - 1);
        if (folded == null) {
            encoder.get(0).unitTangent(axis, encoded.get(0), current, rows);
        } else {
            folded.tangent(axis, encoded.get(0), encoded.get(1), current, rows);
        }
        for (int layer = begun; layer < encoder.size(); layer++) {
            Batch next = encodedTangents.get(layer);
            encoder.get(layer).tangent(current, encoded.get(layer), next, rows);
            current = next;
        }
        List<Dense> decoder = network.decoder();
        int last = decoder.size() - 1;
        for (int layer = 0; layer < last; layer++) {
            Batch next = decodedTangents.get(layer);
            decoder.get(layer).tangent(current, decoded.get(layer), next, rows);
            current = next;
        }
        decoder.get(last).tangentColumn(current, decoded.get(last), axis, decodedTangents.get(last), rows);
        return decodedTangents.get(last);
    }

    @Override
    public void close() {
        input.close();
        List.of(encoded, decoded, encodedTangents, decodedTangents).forEach(list -> list.forEach(Batch::close));
        if (logits != null) {
            logits.close();
        }
    }
}
