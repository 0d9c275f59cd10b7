package org.penumbra.net.plane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.penumbra.net.Evidence;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.layer.Batch;
import org.penumbra.net.layer.Dense;
import org.penumbra.net.layer.Parameters;

/**
 * A fully connected encoder with two heads on its code: a class head (softmax) and a decoder that mirrors the encoder
 * and gives the reconstruction r(x). Not for use by several threads at once; {@link #respond} itself works on all cores.
 */
public final class DenseNetwork implements AutoCloseable {

    private final int inputs;
    private final int classes;
    private final Parameters parameters;
    private final Parameters gradient;
    private final List<Dense> encoder = new ArrayList<>();
    private final List<Dense> decoder = new ArrayList<>();
    private final Dense head;
    private final DenseResponder responder;

    /**
     * Builds the network with all parameters 0.
     *
     * @param inputs   D, numbers an input, at least 1
     * @param classes  k, at least 1; or 0 for an autoencoder without a class head
     * @param settings hidden layers
     * @param output   activation of the reconstruction, IDENTITY in the plane
     */
    public DenseNetwork(int inputs, int classes, DenseSettings settings, Activation output) {
        this.inputs = inputs;
        this.classes = classes;
        List<Integer> hidden = settings.hidden();
        int count = parameterCount(inputs, classes, hidden);
        parameters = new Parameters(count);
        gradient = new Parameters(count);
        int offset = 0;
        int width = inputs;
        for (int units : hidden) {
            offset = append(encoder, width, units, settings.activation(), offset);
            width = units;
        }
        List<Dense> heads = new ArrayList<>();
        if (classes > 0) {
            offset = append(heads, width, classes, Activation.IDENTITY, offset);
        }
        head = heads.isEmpty() ? null : heads.get(0);
        for (int layer = hidden.size() - 2; layer >= 0; layer--) {
            offset = append(decoder, width, hidden.get(layer), settings.activation(), offset);
            width = hidden.get(layer);
        }
        append(decoder, width, inputs, output, offset);
        responder = new DenseResponder(this);
    }

    /**
     * Draws all weights and biases uniformly from [-1/sqrt(n), 1/sqrt(n)], n the inputs of the layer (LeCun et al.,
     * "Efficient BackProp", 1998, up to a constant): the scheme behind the reference figures of the rings.
     *
     * @param seed the same seed draws the same weights
     */
    public void initialise(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] values = parameters.values();
        for (Dense layer : layers()) {
            double bound = 1 / Math.sqrt(layer.inputs());
            int end = layer.offset() + Dense.parameterCount(layer.inputs(), layer.outputs());
            for (int i = layer.offset(); i < end; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
        }
        parameters.push();
    }

    /** D, numbers an input. */
    public int inputs() {
        return inputs;
    }

    /** k, or 0 without a class head. */
    public int classes() {
        return classes;
    }

    /**
     * A copy of all weights and biases: encoder layers from the input on, class head, decoder layers from the code on;
     * each layer's W row-major (inputs x outputs), then its b.
     */
    public float[] parameters() {
        return parameters.values().clone();
    }

    /** {@link #parameters()} into an array there is already. */
    void copyParameters(float[] target) {
        System.arraycopy(parameters.values(), 0, target, 0, target.length);
    }

    /** Sets all weights and biases, in the order of {@link #parameters()}. */
    public void setParameters(float[] values) {
        if (values.length != parameters.values().length) {
            throw new IllegalArgumentException(
                    "this network has " + parameters.values().length + " parameters, but got " + values.length);
        }
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        parameters.push();
    }

    /**
     * Probabilities, reconstructions, errors and gammas of some inputs.
     *
     * @param points count x D, row-major
     * @param count  how many rows of it to use
     */
    public PlaneResponse respond(float[] points, int count) {
        return startResponse(points, count).finish();
    }

    /** {@link #respond} by other cores, while the caller goes on. */
    PendingPlaneResponse startResponse(float[] points, int count) {
        return responder.start(points, count);
    }

    /**
     * Some inputs as evidence, all of it: the inputs, logits, probabilities, the code (what the last layer of the encoder
     * gives), errors and gamma. The network must have a class head.
     *
     * @param points n x D, row-major
     * @param count  how many rows of it to use
     */
    public Evidence evidence(float[] points, int count) {
        return responder.evidence(points, count);
    }

    /**
     * Some parts of the evidence alone, on the calling thread: for whoever asks often and leaves the other cores to others.
     * Gamma and errors come together, as do logits and scores.
     *
     * @param points n x D, row-major
     * @param count  how many rows of it to use
     * @param parts  what is wanted; more than that may be there
     */
    public Evidence evidence(float[] points, int count, Set<Evidence.Part> parts) {
        return responder.evidence(points, count, parts);
    }

    /** Probabilities alone, for when reconstruction and curvature are not wanted: count x k, row-major. */
    public float[] classify(float[] points, int count) {
        return responder.classify(points, count);
    }

    /**
     * The diagonal of the Jacobian of r at some inputs, exact by D directional derivatives: count x D numbers
     * {@code dr_i/dx_i}, row-major.
     */
    public float[] jacobianDiagonal(float[] points, int count) {
        return responder.jacobianDiagonal(points, count);
    }

    List<Dense> encoder() {
        return encoder;
    }

    List<Dense> decoder() {
        return decoder;
    }

    Dense head() {
        return head;
    }

    Parameters liveParameters() {
        return parameters;
    }

    Parameters gradient() {
        return gradient;
    }

    /** Batches that fit the outputs of a chain of layers. */
    static List<Batch> batchesFor(List<Dense> chain, int rows) {
        List<Batch> batches = new ArrayList<>();
        for (Dense layer : chain) {
            batches.add(new Batch(rows, layer.outputs()));
        }
        return batches;
    }

    /** All layers in the order of the parameters, under the names {@link org.penumbra.net.stock.StockDenseNetwork} gives them. */
    public Map<String, Dense> namedLayers() {
        Map<String, Dense> named = new LinkedHashMap<>();
        for (int i = 0; i < encoder.size(); i++) {
            named.put("encoder" + i, encoder.get(i));
        }
        if (head != null) {
            named.put("y", head);
        }
        for (int i = 0; i < decoder.size(); i++) {
            int mirrored = decoder.size() - 2 - i;
            named.put(mirrored < 0 ? "r" : "decoder" + mirrored, decoder.get(i));
        }
        return named;
    }

    private List<Dense> layers() {
        List<Dense> all = new ArrayList<>(encoder);
        if (head != null) {
            all.add(head);
        }
        all.addAll(decoder);
        return all;
    }

    private int append(List<Dense> chain, int in, int out, Activation activation, int offset) {
        chain.add(new Dense(in, out, activation, parameters, gradient, offset));
        return offset + Dense.parameterCount(in, out);
    }

    private static int parameterCount(int inputs, int classes, List<Integer> hidden) {
        int count = 0;
        int width = inputs;
        for (int units : hidden) {
            count += Dense.parameterCount(width, units) + Dense.parameterCount(units, width);
            width = units;
        }
        return count + (classes > 0 ? Dense.parameterCount(width, classes) : 0);
    }

    /** Frees native memory; the network can't be used afterwards. */
    @Override
    public void close() {
        responder.close();
        parameters.close();
        gradient.close();
    }
}
